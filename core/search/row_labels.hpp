// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Labels at all 8 or 16 neighbours of a cell at once, and which of them are improvements: the
/// arithmetic half of the static kernel's inner loop. Neighbours lie in rows, and four cells of a
/// row fill a vector register of any x86-64; so codes and labels are read, weighed and compared by
/// fours instead of one after the other.

#include "core/cost/transit_field.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace fairlead::search {

class RowLabels {
  public:
    /// Bits of a result are slots, four to a row; this one says that a cell is closed, and then the
    /// others mean nothing.
    static constexpr std::uint32_t shut = std::uint32_t{1} << 30;
    using Eight = std::array<float, 12>;
    using Sixteen = std::array<float, 28>;
    /// Directions of the slots (graph::directions); 0 also where a slot is not used.
    static constexpr std::array<std::uint8_t, 12> eight_ways{5, 3, 6, 0, 1, 0, 0, 0, 0, 7, 2, 4};
    static constexpr std::array<std::uint8_t, 28> sixteen_ways{
        5, 3, 6, 10, 1, 0, 0, 0, 7, 2, 4, 8, 9, 0, 0, 0, 11, 0, 0, 0, 13, 0, 14, 0, 0, 15, 0, 12};

    RowLabels() = default;
    /// @param columns of the grid.
    /// @param straight, diagonal, knight: what a code costs along half of an arc for 8 neighbours,
    /// a
    ///        quarter of it for 16.
    RowLabels(std::ptrdiff_t columns, float straight, float diagonal, float knight)
        : columns_(columns), across_{diagonal, straight, diagonal, knight}, beside_{straight, 0.0F,
                                                                                    straight, 0.0F},
          back_{knight, diagonal, straight, diagonal}, knight_{knight, knight, knight, knight} {}

    /// @param cell, current: codes and labels at the cell. @param labels by slot
    /// @return the slots whose label is less than the current one
    /// @pre no arc leaves the grid
    [[nodiscard]] std::uint32_t eight(const std::uint16_t* cell, float label, const float* current,
                                      Eight& labels) const noexcept {
        const std::int32_t here = cell[0];
        const Around around{label, current, labels.data()};
        const Wholes north = codes(cell - columns_ - 1);
        const Wholes middle = codes(cell - 1);
        // One cell farther west: the fourth cell to the east may lie behind the last of the grid.
        const Wholes south = codes(cell + columns_ - 2);
        return gathered(
            around.row<0, 0b0111>(-columns_ - 1, north + here, across_) | closed<0b0111>(north) |
            around.row<1, 0b0101>(-1, middle + here, beside_) | closed<0b0111>(middle) |
            around.row<2, 0b1110>(columns_ - 2, south + here, back_) | closed<0b1110>(south));
    }

    /// The same for 16. Codes of a row are shared between its arcs and the knight's moves over it.
    [[nodiscard]] std::uint32_t sixteen(const std::uint16_t* cell, float label,
                                        const float* current, Sixteen& labels) const noexcept {
        const std::int32_t here = cell[0];
        const Around around{label, current, labels.data()};
        const Wholes middle = codes(cell - 1);                 // w, here, e
        const Wholes north = codes(cell - columns_ - 1);       // nw, n, ne, far
        const Wholes south = codes(cell + columns_ - 1);       // sw, s, se, far
        const Wholes north_w = codes(cell - columns_ - 2);     // far, nw, n, ne
        const Wholes south_w = codes(cell + columns_ - 2);     // far, sw, s, se
        const Wholes norther = codes(cell - 2 * columns_ - 1); // far, -, far
        const Wholes souther = codes(cell + 2 * columns_ - 2); // -, far, -, far
        // Knight's moves cross a straight and a diagonal neighbour: sums of pairs of these.
        const Wholes beside_north = north + middle;
        const Wholes beside_south = south + middle;
        const Wholes above = north + __builtin_shufflevector(north, north, 1, 1, 1, 1);
        const Wholes below = south_w + __builtin_shufflevector(south_w, south_w, 2, 2, 2, 2);
        const Wholes to_north = north + here;
        const Wholes to_south = south + here;
        return gathered(
            around.row<0, 0b1111>(
                -columns_ - 1,
                to_north + __builtin_shufflevector(to_north, beside_north, 0, 1, 2, 6), across_) |
            closed<0b1111>(north) | around.row<1, 0b0101>(-1, 2 * (middle + here), beside_) |
            closed<0b0111>(middle) |
            around.row<2, 0b1111>(
                columns_ - 1,
                to_south + __builtin_shufflevector(to_south, beside_south, 0, 1, 2, 6), across_) |
            closed<0b1111>(south) |
            around.row<3, 0b0001>(-columns_ - 2, north_w + here + beside_north, knight_) |
            closed<0b0001>(north_w) |
            around.row<4, 0b0001>(columns_ - 2, south_w + here + beside_south, knight_) |
            closed<0b0001>(south_w) |
            around.row<5, 0b0101>(-2 * columns_ - 1, norther + here + above, knight_) |
            closed<0b0101>(norther) |
            around.row<6, 0b1010>(2 * columns_ - 2, souther + here + below, knight_) |
            closed<0b1010>(souther));
    }

  private:
    using Reals [[gnu::vector_size(16)]] = float;
    using Wholes [[gnu::vector_size(16)]] = std::int32_t;

    /// The value of each lane whose bit of Used is set, else 0.
    template <std::uint32_t Used>
    static constexpr Wholes in_used(std::int32_t a, std::int32_t b, std::int32_t c,
                                    std::int32_t d) noexcept {
        return Wholes{(Used & 1U) != 0 ? a : 0, (Used & 2U) != 0 ? b : 0, (Used & 4U) != 0 ? c : 0,
                      (Used & 8U) != 0 ? d : 0};
    }

    [[nodiscard]] static Wholes codes(const std::uint16_t* first) noexcept {
        using Shorts [[gnu::vector_size(16)]] = std::uint16_t;
        using Pair [[gnu::vector_size(16)]] = std::uint64_t;
        std::uint64_t four = 0;
        std::memcpy(&four, first, sizeof(four));
        // Zeros between them: one instruction, where a conversion of half a register takes four.
        constexpr bool low_first = std::endian::native == std::endian::little;
        const auto narrow = std::bit_cast<Shorts>(Pair{four, 0});
        if constexpr (low_first) {
            return std::bit_cast<Wholes>(
                __builtin_shufflevector(narrow, Shorts{}, 0, 8, 1, 9, 2, 10, 3, 11));
        } else {
            return std::bit_cast<Wholes>(
                __builtin_shufflevector(narrow, Shorts{}, 8, 0, 9, 1, 10, 2, 11, 3));
        }
    }

    template <std::uint32_t Used>
    [[nodiscard]] static Wholes closed(Wholes codes) noexcept {
        constexpr auto bit = static_cast<std::int32_t>(shut);
        return (codes == std::int32_t{cost::TransitField::closed}) &
               in_used<Used>(bit, bit, bit, bit);
    }

    struct Around {
        float label;
        const float* current;
        float* labels;

        template <std::size_t Row, std::uint32_t Used>
        [[nodiscard]] Wholes row(std::ptrdiff_t offset, Wholes sums, Reals weight) const noexcept {
            constexpr std::int32_t bit = std::int32_t{1} << (4 * Row);
            const Reals next = label + __builtin_convertvector(sums, Reals) * weight;
            Reals before;
            std::memcpy(&before, current + offset, sizeof(before));
            std::memcpy(labels + 4 * Row, &next, sizeof(next));
            return (next < before) & in_used<Used>(bit, 2 * bit, 4 * bit, 8 * bit);
        }
    };

    [[nodiscard]] static std::uint32_t gathered(Wholes bits) noexcept {
        bits |= __builtin_shufflevector(bits, bits, 2, 3, 0, 1);
        return static_cast<std::uint32_t>(bits[0] | bits[1]);
    }

    std::ptrdiff_t columns_ = 0;
    Reals across_{}; ///< along a row beside the cell's, from the diagonal neighbour on
    Reals beside_{}; ///< along the cell's row
    Reals back_{};   ///< as the first, from one cell before
    Reals knight_{};
};

} // namespace fairlead::search
