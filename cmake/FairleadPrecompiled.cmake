# SPDX-License-Identifier: Apache-2.0
# fairlead_precompile(<target>): the large headers that nearly every file includes, parsed once for all
# targets; without it that parsing is a third of a build. Each file still includes what it uses (the
# lint preset compiles without this). Not with ccache, which takes precompiled headers only with looser
# checks and needs them less.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES ccache)
    function(fairlead_precompile target)
    endfunction()
    return()
endif()

file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/precompiled.cpp"
    CONTENT "// Empty: a target that precompiles headers for others needs a source.\n")

# fairlead_precompiled_set(<name> LIBRARIES ... HEADERS ...)
function(fairlead_precompiled_set name)
    cmake_parse_arguments(ARG "" "" "LIBRARIES;HEADERS" ${ARGN})
    add_library(${name} OBJECT "${PROJECT_BINARY_DIR}/precompiled.cpp")
    target_compile_features(${name} PRIVATE cxx_std_20)
    # Code that goes into libraries and code that meets Qt is position-independent, and so must this be.
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(${name} PRIVATE fairlead::build_options ${ARG_LIBRARIES})
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

set(large_headers <algorithm> <array> <chrono> <cmath> <filesystem> <functional> <map> <memory>
    <optional> <ranges> <span> <string> <vector> <fmt/format.h>)
fairlead_precompiled_set(fairlead_precompiled LIBRARIES fmt::fmt HEADERS ${large_headers})
if(FAIRLEAD_BUILD_TESTS)
    fairlead_precompiled_set(fairlead_test_precompiled
        LIBRARIES fmt::fmt Catch2::Catch2WithMain HEADERS ${large_headers} <catch2/catch.hpp>)
    target_compile_options(fairlead_test_precompiled PRIVATE ${FAIRLEAD_TEST_OPTIMISATION})
endif()

function(fairlead_precompile target)
    target_link_libraries(${target} PRIVATE fmt::fmt) # with the definitions it was precompiled with
    if(target MATCHES "_test$")
        target_precompile_headers(${target} REUSE_FROM fairlead_test_precompiled)
    else()
        target_precompile_headers(${target} REUSE_FROM fairlead_precompiled)
    endif()
endfunction()
