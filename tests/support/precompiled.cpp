// SPDX-License-Identifier: Apache-2.0
// Empty: a target that precompiles headers for others needs a source.
