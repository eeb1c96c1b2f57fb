#pragma once

/// The vault for the faces: what the server keeps is private, as the data file is.

#include "store/vault.h"

namespace app {

using store::Scratch;
using store::Vault;

}  // namespace app
