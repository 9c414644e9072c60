# SPDX-License-Identifier: GPL-3.0-or-later
# Makes ${translation_resources} of the words in this folder, and a target that looks for new ones.
set(translation_files "")
foreach(language en ru zh_CN)
    list(APPEND translation_files "${CMAKE_CURRENT_LIST_DIR}/fairlead_${language}.ts")
endforeach()
set(translations_folder "${CMAKE_CURRENT_BINARY_DIR}/translations")
set_source_files_properties(${translation_files} PROPERTIES OUTPUT_LOCATION "${translations_folder}")
qt6_add_translation(translated_words ${translation_files})
set(translations_list "<RCC><qresource prefix=\"/translations\">")
foreach(file IN LISTS translated_words)
    get_filename_component(name "${file}" NAME)
    string(APPEND translations_list "<file>${name}</file>")
endforeach()
file(GENERATE OUTPUT "${translations_folder}/translations.qrc" CONTENT "${translations_list}</qresource></RCC>\n")
add_custom_command(
    OUTPUT qrc_translations.cpp
    COMMAND Qt6::rcc --name translations --output qrc_translations.cpp "${translations_folder}/translations.qrc"
    DEPENDS ${translated_words} "${translations_folder}/translations.qrc"
    VERBATIM)
set(translation_resources qrc_translations.cpp)
set_source_files_properties(${translation_resources} PROPERTIES COMPILE_OPTIONS "-w" SKIP_UNITY_BUILD_INCLUSION ON)

# By hand after words were added: `cmake --build build/dev --target update_translations`.
set(look_for_words Qt6::lupdate -silent -no-obsolete -locations none -source-language en -I "${PROJECT_SOURCE_DIR}")
add_custom_target(update_translations
    COMMAND ${look_for_words} -pluralonly "${PROJECT_SOURCE_DIR}/gui" -ts "${CMAKE_CURRENT_LIST_DIR}/fairlead_en.ts"
    COMMAND ${look_for_words} "${PROJECT_SOURCE_DIR}/gui" -ts "${CMAKE_CURRENT_LIST_DIR}/fairlead_ru.ts"
            "${CMAKE_CURRENT_LIST_DIR}/fairlead_zh_CN.ts"
    VERBATIM)
