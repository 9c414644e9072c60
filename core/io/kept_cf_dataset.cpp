// SPDX-License-Identifier: Apache-2.0
#include "core/io/kept_cf_dataset.hpp"

#include <map>
#include <utility>

namespace fairlead::io {
namespace {

/// Locked before any of those it lists.
struct Register {
    std::mutex changing;
    std::multimap<std::string, KeptCfDataset*> by_path;
};

Register& all_kept() {
    // Lives as long as the process: fields in static objects may outlive it otherwise.
    static auto* const all = new Register;
    return *all;
}

} // namespace

KeptCfDataset::KeptCfDataset(SourceFile file) : file_(std::move(file)) {
    auto& all = all_kept();
    const std::scoped_lock lock(all.changing);
    all.by_path.emplace(file_.path, this);
}

KeptCfDataset::~KeptCfDataset() {
    auto& all = all_kept();
    const std::scoped_lock lock(all.changing);
    const auto [begin, end] = all.by_path.equal_range(file_.path);
    for (auto entry = begin; entry != end; ++entry) {
        if (entry->second == this) {
            all.by_path.erase(entry);
            break;
        }
    }
}

void KeptCfDataset::close() {
    const std::scoped_lock lock(using_);
    dataset_.reset();
}

void KeptCfDataset::close_all(const std::string& path) {
    auto& all = all_kept();
    const std::scoped_lock lock(all.changing);
    const auto [begin, end] = all.by_path.equal_range(path);
    for (auto entry = begin; entry != end; ++entry) {
        entry->second->close();
    }
}

} // namespace fairlead::io
