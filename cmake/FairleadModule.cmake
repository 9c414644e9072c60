# SPDX-License-Identifier: Apache-2.0
# fairlead_module(<name> HEADERS ... SOURCES ... PUBLIC ... PRIVATE ...)
# One STATIC library per folder of core/, with alias fairlead::<name>. Headers are listed in a
# FILE_SET, so installing them and compiling each one alone come for free.
function(fairlead_module name)
    cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target fairlead_${name})
    add_library(${target} STATIC)
    add_library(fairlead::${name} ALIAS ${target})
    target_sources(${target}
        PRIVATE ${ARG_SOURCES}
        PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_link_libraries(${target}
        PUBLIC ${ARG_PUBLIC}
        PRIVATE $<BUILD_INTERFACE:fairlead::build_options> ${ARG_PRIVATE})
    set_target_properties(${target} PROPERTIES
        VERIFY_INTERFACE_HEADER_SETS ON POSITION_INDEPENDENT_CODE ON)
    fairlead_precompile(${target})
endfunction()
