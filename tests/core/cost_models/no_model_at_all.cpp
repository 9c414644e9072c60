// SPDX-License-Identifier: Apache-2.0
extern "C" int something_else(void) {
    return 0;
}
