# web_app(TARGET): builds web/ and the sentences it says, words/*.json, with npm, once for all presets, and compiles what comes
# of it, with the document of the API beside it, into a library of its own for TARGET, so that nothing else waits for npm.
# WELLMET_WEB=OFF: an empty table, for builds that serve no pages.

function(web_app TARGET)
  set(table ${CMAKE_BINARY_DIR}/web_assets.cc)
  add_library(wellmet_web STATIC ${table})
  target_include_directories(wellmet_web PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${TARGET} PRIVATE wellmet_web)
  set(dist ${CMAKE_SOURCE_DIR}/build/web)
  if(NOT WELLMET_WEB)
    file(CONFIGURE OUTPUT ${table} CONTENT
"#include \"faces/http/assets.h\"
namespace faces::http { std::span<const Asset> assets() { return {}; } }
")
    return()
  endif()
  find_program(NPM npm)
  find_program(NODE NAMES node nodejs)
  if(NOT NPM OR NOT NODE)
    message(FATAL_ERROR "The web app is built with node and npm: apt-get install nodejs npm, or configure with -DWELLMET_WEB=OFF")
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/src/* ${CMAKE_SOURCE_DIR}/web/public/*
    ${CMAKE_SOURCE_DIR}/words/*.json)
  list(FILTER sources EXCLUDE REGEX "/schema.ts$")
  foreach(file index.html package.json package-lock.json tsconfig.json vite.config.ts catalogue.ts)
    list(APPEND sources ${CMAKE_SOURCE_DIR}/web/${file})
  endforeach()
  set(document ${CMAKE_SOURCE_DIR}/docs/api/openapi.yaml)
  add_custom_command(OUTPUT ${table}
    COMMAND ${CMAKE_SOURCE_DIR}/tools/web.sh ${dist}
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/embed.mjs ${dist} ${document} ${table}
    DEPENDS ${sources} ${document} ${CMAKE_SOURCE_DIR}/tools/web.sh ${CMAKE_SOURCE_DIR}/tools/embed.mjs
    COMMENT "Building the web app" VERBATIM)
endfunction()
