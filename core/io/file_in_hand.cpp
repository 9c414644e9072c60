// SPDX-License-Identifier: Apache-2.0
#include "core/io/file_in_hand.hpp"

namespace fairlead::io {
namespace {

thread_local const char* in_hand = nullptr;

} // namespace

FileInHand::FileInHand(const std::string& name) noexcept : outer_(in_hand) {
    in_hand = name.c_str();
}

FileInHand::~FileInHand() {
    in_hand = outer_;
}

const char* FileInHand::name() noexcept {
    return in_hand;
}

} // namespace fairlead::io
