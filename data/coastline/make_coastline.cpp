// SPDX-License-Identifier: Apache-2.0

/// @file
/// Makes polygons of land out of GSHHG, high resolution, as the Generic Mapping Tools pack it.
/// Run once at set-up: make_coastline OUTPUT.fgb
///
/// `gmt coast -M` prints the shoreline cut at the borders of its bins; the pieces are sewn
/// together at their common ends and every ring closes. Only the shore of the sea is taken
/// (level 1, and the ice front of Antarctica): lakes are land to ships. Longitudes run on past
/// 180 degrees where a ring crosses it, and Antarctica is closed along the bottom of the map, so
/// that each polygon is valid for any program that reads longitude and latitude as a plane.
/// Source: P. Wessel and W. H. F. Smith, "A global, self-consistent, hierarchical, high-resolution
/// shoreline database", J. Geophys. Res. 101 (1996) 8741-8743, doi:10.1029/96JB00104.

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Vertex {
    double longitude_deg = 0.0;
    double latitude_deg = 0.0;
    // clang-tidy 14 takes the 0 the compiler compares with for a pointer.
    friend auto operator<=>(const Vertex&,
                            const Vertex&) = default; // NOLINT(modernize-use-nullptr)
};
using Line = std::vector<Vertex>;

/// A folder of our own, so that no settings of the user reach GMT and it leaves nothing behind.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "fairlead-coast-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("cannot make a folder in " +
                                     std::filesystem::temp_directory_path().string());
        }
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// The shoreline as GMT cuts it: pieces open at the borders of bins, small islands closed.
std::vector<Line> read_shoreline() {
    const TemporaryFolder folder;
    const std::string home = "'" + folder.path().string() + "'";
    const std::string command =
        "cd " + home + " && LC_ALL=C HOME=" + home + " GMT_USERDIR=" + home +
        " gmt coast -M -W1 -Dh -A0/0/1+ai -R-180/180/-90/90 --GMT_HISTORY=false"
        " --GMT_DATA_UPDATE_INTERVAL=off --FORMAT_FLOAT_OUT=%.12g --FORMAT_GEO_OUT=D"
        " --IO_COL_SEPARATOR=tab --IO_LONLAT_TOGGLE=false --IO_SEGMENT_MARKER='>'";
    const auto close = [](FILE* pipe) { pclose(pipe); };
    std::unique_ptr<FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
    if (!pipe) {
        throw std::runtime_error("cannot run gmt (Debian packages gmt and gmt-gshhg-high)");
    }
    std::vector<Line> pieces;
    char text[256];
    while (std::fgets(text, sizeof text, pipe.get()) != nullptr) {
        if (text[0] == '>') {
            if (std::strstr(text, "Level 1") == nullptr) {
                throw std::runtime_error(
                    std::string("gmt coast printed a line of another level: ") + text);
            }
            pieces.emplace_back();
            continue;
        }
        Vertex vertex;
        char* end = nullptr;
        vertex.longitude_deg = std::strtod(text, &end);
        char* last = nullptr;
        vertex.latitude_deg = std::strtod(end, &last);
        if (pieces.empty() || end == text || last == end || *last != '\n' ||
            std::fabs(vertex.longitude_deg) > 180.0 || std::fabs(vertex.latitude_deg) > 90.0) {
            throw std::runtime_error(std::string("gmt coast printed what is no position: ") + text);
        }
        if (vertex.longitude_deg == 180.0) {
            vertex.longitude_deg = -180.0; // one name for the line where all maps end
        }
        if (pieces.back().empty() || pieces.back().back() != vertex) {
            pieces.back().push_back(vertex);
        }
    }
    if (pclose(pipe.release()) != 0 || pieces.size() < 1000) {
        throw std::runtime_error("gmt coast failed (Debian packages gmt and gmt-gshhg-high)");
    }
    return pieces;
}

/// Sews open pieces together at their ends, which agree to the last digit.
std::vector<Line> sew_rings(std::vector<Line> pieces) {
    std::vector<Line> rings;
    std::multimap<Vertex, std::size_t> open_at;
    std::vector<bool> used(pieces.size(), false);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].front() == pieces[i].back()) {
            rings.push_back(pieces[i]);
            used[i] = true;
        } else {
            open_at.emplace(pieces[i].front(), i);
            open_at.emplace(pieces[i].back(), i);
        }
    }
    for (std::size_t start = 0; start < pieces.size(); ++start) {
        if (used[start]) {
            continue;
        }
        Line ring = pieces[start];
        used[start] = true;
        while (ring.front() != ring.back()) {
            const auto [first, last] = open_at.equal_range(ring.back());
            if (std::distance(first, last) != 2) {
                throw std::runtime_error("the shoreline does not close at " +
                                         std::to_string(ring.back().latitude_deg) + ", " +
                                         std::to_string(ring.back().longitude_deg));
            }
            const std::size_t next = used[first->second] ? std::next(first)->second : first->second;
            if (used[next]) {
                throw std::runtime_error("the shoreline runs into itself");
            }
            used[next] = true;
            const Line& piece = pieces[next];
            if (piece.front() == ring.back()) {
                ring.insert(ring.end(), piece.begin() + 1, piece.end());
            } else {
                ring.insert(ring.end(), piece.rbegin() + 1, piece.rend());
            }
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

/// A closed ring whose longitudes run on without a jump.
Line unroll(const Line& ring) {
    Line flat = {ring.front()};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double step =
            std::remainder(ring[i].longitude_deg - ring[i - 1].longitude_deg, 360.0);
        flat.push_back({flat.back().longitude_deg + step, ring[i].latitude_deg});
    }
    const double turned = flat.back().longitude_deg - flat.front().longitude_deg;
    if (std::fabs(turned) < 1.0) {
        // As printed, not as summed up: the ring must close exactly, and digits must not drift.
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const double turns =
                std::round((flat[i].longitude_deg - ring[i].longitude_deg) / 360.0);
            flat[i].longitude_deg = ring[i].longitude_deg + 360.0 * turns;
        }
        return flat;
    }
    // Around the pole: cut where the map ends and close along its bottom.
    Line open(ring.begin(), ring.end() - 1);
    const auto edge = std::find_if(open.begin(), open.end(), [](const Vertex& vertex) {
        return vertex.longitude_deg == -180.0;
    });
    if (edge == open.end() || edge->latitude_deg > -60.0) {
        throw std::runtime_error("a ring around a pole that is not Antarctica");
    }
    std::rotate(open.begin(), edge, open.end());
    if (turned < 0.0) {
        std::reverse(open.begin() + 1, open.end());
    }
    open.push_back({180.0, open.front().latitude_deg});
    open.push_back({180.0, -90.0});
    open.push_back({-180.0, -90.0});
    open.push_back(open.front());
    return open;
}

std::unique_ptr<OGRGeometry> polygon_of(const Line& ring) {
    auto polygon = std::make_unique<OGRPolygon>();
    auto outline = std::make_unique<OGRLinearRing>();
    outline->setNumPoints(static_cast<int>(ring.size()), FALSE);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        outline->setPoint(static_cast<int>(i), ring[i].longitude_deg, ring[i].latitude_deg);
    }
    polygon->addRingDirectly(outline.release());
    return polygon;
}

/// What mending leaves of a ring; lines and points have no area and are dropped.
std::vector<const OGRPolygon*> polygons_in(const OGRGeometry* geometry) {
    if (geometry == nullptr) {
        return {};
    }
    if (wkbFlatten(geometry->getGeometryType()) == wkbPolygon) {
        return {geometry->toPolygon()};
    }
    std::vector<const OGRPolygon*> found;
    if (OGR_GT_IsSubClassOf(geometry->getGeometryType(), wkbGeometryCollection) != 0) {
        for (const OGRGeometry* part : *geometry->toGeometryCollection()) {
            const auto inner = polygons_in(part);
            found.insert(found.end(), inner.begin(), inner.end());
        }
    }
    return found;
}

std::string gshhg_version() {
    const std::string file = "/usr/share/gmt-gshhg/binned_GSHHS_h.nc";
    const std::unique_ptr<GDALDataset> data(
        GDALDataset::Open(file.c_str(), GDAL_OF_MULTIDIM_RASTER | GDAL_OF_VERBOSE_ERROR));
    const auto attribute = data ? data->GetRootGroup()->GetAttribute("version") : nullptr;
    return attribute ? attribute->ReadAsString() : "of unknown version";
}

/// Writes beside the output and renames: the file is whole or not there.
void write(const std::vector<Line>& rings, const std::filesystem::path& output) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("FlatGeobuf");
    if (driver == nullptr) {
        throw std::runtime_error("this GDAL has no FlatGeobuf driver");
    }
    const std::filesystem::path part = output.parent_path() / "part.fgb";
    std::filesystem::remove(part);
    {
        const std::unique_ptr<GDALDataset> file(
            driver->Create(part.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference wgs84;
        wgs84.SetWellKnownGeogCS("WGS84");
        const std::string name = "GSHHG " + gshhg_version() + ", high resolution";
        OGRLayer* layer =
            file ? file->CreateLayer(name.c_str(), &wgs84, wkbPolygon, nullptr) : nullptr;
        if (layer == nullptr) {
            throw std::runtime_error("cannot write " + part.string());
        }
        std::size_t mended = 0;
        std::size_t vertices = 0;
        for (const Line& ring : rings) {
            std::unique_ptr<OGRGeometry> geometry = polygon_of(ring);
            if (!geometry->IsValid()) {
                geometry.reset(geometry->MakeValid());
                ++mended;
            }
            for (const OGRPolygon* polygon : polygons_in(geometry.get())) {
                OGRFeature feature(layer->GetLayerDefn());
                feature.SetGeometry(polygon);
                if (layer->CreateFeature(&feature) != OGRERR_NONE) {
                    throw std::runtime_error("cannot write " + part.string());
                }
            }
            vertices += ring.size();
        }
        std::cout << name << ": " << rings.size() << " pieces of land, " << vertices
                  << " vertices, " << mended << " mended\n";
    }
    std::filesystem::rename(part, output);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: make_coastline OUTPUT.fgb\n";
        return 2;
    }
    try {
        GDALAllRegister();
        // What is invalid is mended and counted; GDAL need not print each place as well.
        CPLPushErrorHandler(CPLQuietErrorHandler);
        const auto output = std::filesystem::absolute(argv[1]);
        std::filesystem::create_directories(output.parent_path());
        std::vector<Line> rings;
        for (const Line& ring : sew_rings(read_shoreline())) {
            if (ring.size() >= 4) { // a line there and back again is no land
                rings.push_back(unroll(ring));
            }
        }
        write(rings, output);
        return 0;
    } catch (const std::exception& problem) {
        std::cerr << "make_coastline: " << problem.what() << '\n';
        return 1;
    }
}
