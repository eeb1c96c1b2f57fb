# web_app(TARGET): builds web/ and the sentences it says, words/*.json, with npm, once for all presets, and compiles what comes
# of it into TARGET, with the document of the API beside it. WELLMET_WEB=OFF: an empty table, for builds that serve no pages.

function(web_app TARGET)
  set(table ${CMAKE_BINARY_DIR}/web_assets.cc)
  set(dist ${CMAKE_SOURCE_DIR}/build/web)
  if(NOT WELLMET_WEB)
    file(CONFIGURE OUTPUT ${table} CONTENT
"#include \"faces/http/assets.h\"
namespace faces::http { std::span<const Asset> assets() { return {}; } }
")
    target_sources(${TARGET} PRIVATE ${table})
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
  target_sources(${TARGET} PRIVATE ${table})
endfunction()
