using System.IO.Compression;
using System.Xml.Linq;

namespace Package.Tests.Support;

/// <summary>One package, opened.</summary>
internal sealed class PackageFile(string path) : IDisposable
{
    // What every package has for the format's sake.
    private static readonly string[] Plumbing = ["_rels/", "[Content_Types].xml", "package/"];

    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    /// <summary>What was packed.</summary>
    public IEnumerable<string> Files =>
        _archive.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !Plumbing.Any(name.StartsWith))
            .Order(StringComparer.Ordinal);

    public byte[] Read(string file)
    {
        using var stream = (_archive.GetEntry(file) ?? throw new FileNotFoundException($"{path} has no {file}.")).Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The metadata of the description.</summary>
    public XElement Metadata()
    {
        var file = Files.Single(static name => name.EndsWith(".nuspec", StringComparison.Ordinal));
        using var stream = new MemoryStream(Read(file));
        return XDocument.Load(stream).Root!.Elements().Single(static element => element.Name.LocalName == "metadata");
    }

    /// <summary>Each dependency as <c>framework id version</c>.</summary>
    public IEnumerable<string> Dependencies() =>
        from dependency in Metadata().Descendants()
        where dependency.Name.LocalName == "dependency"
        let framework = dependency.Parent!.Attribute("targetFramework")?.Value
        select $"{framework} {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}";

    public void Dispose() => _archive.Dispose();
}
