# The Debian package: the program with its page built in, the service, and nothing else. `tools/package` makes it.
set(package_files ${CMAKE_CURRENT_LIST_DIR}/package)

install(TARGETS technotariat RUNTIME DESTINATION bin COMPONENT package)
install(FILES ${package_files}/technotariat.service DESTINATION lib/systemd/system COMPONENT package)
install(FILES ${package_files}/technotariat.default DESTINATION /etc/default RENAME technotariat COMPONENT package)
install(FILES LICENSE DESTINATION share/doc/technotariat RENAME copyright COMPONENT package)
install(FILES README.md CHANGELOG.md DESTINATION share/doc/technotariat COMPONENT package)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME technotariat)
set(CPACK_PACKAGE_VENDOR Technotariat)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL package)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "Technotariat maintainers <maintainers@technotariat.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION games)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "multiplayer economy of firms and co-operatives
 A server of game worlds that people and programs play together in a browser.
 Capitalist enterprises and worker co-operatives compete for workers, customers,
 land and machines; one file holds a world and can be replayed and verified.")
# The libraries it links, as dpkg finds them, and what the service and the account need.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, init-system-helpers")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${package_files}/postinst ${package_files}/prerm ${package_files}/postrm
    ${package_files}/conffiles)
if(DEFINED ENV{TT_PACKAGE_VERSION})
  set(CPACK_PACKAGE_VERSION $ENV{TT_PACKAGE_VERSION})
else()
  set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
endif()
include(CPack)
