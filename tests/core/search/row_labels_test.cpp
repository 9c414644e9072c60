// SPDX-License-Identifier: Apache-2.0
#include "core/graph/stencil.hpp"
#include "core/search/code_sums.hpp"
#include "core/search/row_labels.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

using namespace fairlead;

constexpr float straight = 1.7F;
constexpr float diagonal = 2.4F;
constexpr float knight = 3.8F;

float weight(std::size_t direction) {
    return direction < 4 ? straight : direction < 8 ? diagonal : knight;
}

/// The smallest grid that has a cell with all arcs, with a random code and label each: memory
/// beside it must not be read.
struct Square {
    Square(std::int32_t columns_, std::mt19937& random) : columns(columns_) {
        const auto cells = static_cast<std::size_t>(columns * columns);
        const unsigned span = random() % 2 == 0 ? 9 : 65'535;
        for (std::size_t i = 0; i < cells; ++i) {
            codes.push_back(static_cast<std::uint16_t>(random() % span));
            labels.push_back(100.0F + static_cast<float>(random() % (8 * span)));
        }
    }
    [[nodiscard]] std::size_t centre() const { return codes.size() / 2; }

    std::int32_t columns;
    std::vector<std::uint16_t> codes;
    std::vector<float> labels;
};

/// Compares with the plain sums, arc by arc. @return how many slots are improvements
template <std::size_t Count, std::size_t Slots>
std::size_t check_slots(const Square& square, const std::array<std::int32_t, Count>& sums,
                        std::uint32_t better, const std::array<float, Slots>& labels,
                        const std::array<std::uint8_t, Slots>& ways) {
    std::size_t improved = 0;
    for (std::size_t d = 0; d < Count; ++d) {
        const float label = 100.0F + static_cast<float>(sums[d]) * weight(d);
        const graph::CellOffset step = graph::directions[d].step;
        const auto target = static_cast<std::size_t>(static_cast<int>(square.centre()) +
                                                     step.rows * square.columns + step.columns);
        bool is_better = false;
        for (std::size_t slot = 0; slot < Slots; ++slot) {
            if (ways[slot] == d && (better >> slot & 1U) != 0) {
                is_better = true;
                REQUIRE(labels[slot] == label);
            }
        }
        REQUIRE(is_better == (label < square.labels[target]));
        improved += is_better ? 1 : 0;
    }
    REQUIRE(improved == static_cast<std::size_t>(std::popcount(better)));
    return improved;
}

} // namespace

TEST_CASE("row labels: 8 neighbours as arc by arc", "[row_labels]") {
    std::mt19937 random(3);
    const search::RowLabels rows(3, straight, diagonal, knight);
    const search::CodeSums plain(3);
    std::size_t improved = 0;
    for (int round = 0; round < 2000; ++round) {
        const Square square(3, random);
        search::RowLabels::Eight labels;
        const std::uint32_t better =
            rows.eight(&square.codes[4], 100.0F, &square.labels[4], labels);
        std::array<std::int32_t, 8> sums{};
        REQUIRE(plain.halves(&square.codes[4], sums));
        improved += check_slots(square, sums, better, labels, search::RowLabels::eight_ways);
    }
    CHECK(improved > 4000);
    CHECK(improved > 4000);
    CHECK(improved < 15'000); // of 16 000: both happen
}

TEST_CASE("row labels: 16 neighbours as arc by arc", "[row_labels]") {
    std::mt19937 random(4);
    const search::RowLabels rows(5, straight, diagonal, knight);
    const search::CodeSums plain(5);
    std::size_t improved = 0;
    for (int round = 0; round < 2000; ++round) {
        const Square square(5, random);
        search::RowLabels::Sixteen labels;
        const std::uint32_t better =
            rows.sixteen(&square.codes[12], 100.0F, &square.labels[12], labels);
        std::array<std::int32_t, 16> sums{};
        REQUIRE(plain.quarters(&square.codes[12], sums));
        improved += check_slots(square, sums, better, labels, search::RowLabels::sixteen_ways);
    }
    CHECK(improved > 4000);
    CHECK(improved > 4000);
    CHECK(improved < 30'000); // of 32 000
}

TEST_CASE("row labels: closed cells count where an arc crosses them, and only there",
          "[row_labels]") {
    std::mt19937 random(5);
    for (std::size_t i = 0; i < 9; ++i) {
        Square square(3, random);
        square.codes[i] = cost::TransitField::closed;
        const search::RowLabels rows(3, straight, diagonal, knight);
        search::RowLabels::Eight labels;
        CHECK(rows.eight(&square.codes[4], 0.0F, &square.labels[4], labels) >=
              search::RowLabels::shut);
    }
    for (std::size_t i = 0; i < 25; ++i) {
        Square square(5, random);
        square.codes[i] = cost::TransitField::closed;
        const search::RowLabels rows(5, straight, diagonal, knight);
        search::RowLabels::Eight eight;
        search::RowLabels::Sixteen sixteen;
        const auto column = static_cast<int>(i % 5) - 2;
        const auto row = static_cast<int>(i / 5) - 2;
        const bool is_far = std::abs(column) == 2 || std::abs(row) == 2;
        const bool is_crossed = !is_far || std::abs(column) + std::abs(row) == 3;
        CAPTURE(column, row);
        CHECK((rows.eight(&square.codes[12], 0.0F, &square.labels[12], eight) >=
               search::RowLabels::shut) == !is_far);
        CHECK((rows.sixteen(&square.codes[12], 0.0F, &square.labels[12], sixteen) >=
               search::RowLabels::shut) == is_crossed);
    }
}
