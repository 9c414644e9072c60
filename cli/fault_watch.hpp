// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Last words. Where the program, or a library under it, is ended by the system (a bad memory
/// access, a failed assertion), it still says why in one sentence and leaves a documented exit
/// code.

namespace fairlead::cli {

/// From now on: bad_input and the file's name if one was in hand (core/io/file_in_hand), else
/// internal. Files are written beside their place and renamed, so none is left half-written in it.
/// Under sanitizers, which have last words of their own, it does nothing but this: a file that
/// would grow beyond the limit of the shell (ulimit -f) fails as on a full disk.
void watch_for_faults() noexcept;

} // namespace fairlead::cli
