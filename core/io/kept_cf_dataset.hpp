// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A netCDF file that stays open between its slices. GDAL gives whoever opens a path the dataset
/// that it has open under it already, however long ago that was read; so before a file is opened
/// anew, all that are kept open of it are closed. For the readers of io only.

#include "core/io/cf_dataset.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace fairlead::io {

class KeptCfDataset {
  public:
    explicit KeptCfDataset(SourceFile file);
    ~KeptCfDataset();
    KeptCfDataset(const KeptCfDataset&) = delete;
    KeptCfDataset& operator=(const KeptCfDataset&) = delete;

    /// What `use` makes of the dataset, opened if it is not open; one use at a time.
    template <class Use>
    auto with(const Use& use) {
        const std::scoped_lock lock(using_);
        if (!dataset_) {
            dataset_ = std::make_unique<CfDataset>(file_);
        }
        return use(*dataset_);
    }
    void close();

    /// Those of a path, wherever they are held. Opened again by whoever still uses one.
    static void close_all(const std::string& path);

  private:
    SourceFile file_;
    std::mutex using_;
    std::unique_ptr<CfDataset> dataset_;
};

} // namespace fairlead::io
