using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.Guarding;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// Represents a part of a compilation, identified by a hash of everything that it depends on. Slices with the same hash are equal, even if
/// they belong to different compilations. A step of the generator pipeline whose input is a slice runs again only when something that it
/// can read has changed.
/// </summary>
/// <remarks>
/// When a new slice equals the previous one, the pipeline keeps the previous one, which then takes over the place of the new one. It is
/// therefore always a slice of a compilation that is alive during the run.
/// </remarks>
internal sealed class SourceSlice : IEquatable<SourceSlice>, IHasPlace
{
    private readonly ulong _hash;
    private readonly string? _path;
    private readonly Latest<(WholeCompilation Whole, int File)> _source;

    /// <summary>Initializes the slice of a file, or of the assembly as a whole.</summary>
    /// <param name="whole">The compilation.</param>
    /// <param name="hash">The hash of everything that the slice depends on.</param>
    /// <param name="file">The index of the file; -1 for the assembly.</param>
    public SourceSlice(WholeCompilation whole, ulong hash, int file = -1)
    {
        _source = new Latest<(WholeCompilation Whole, int File)>((whole, file), whole.Number);
        _hash = hash;
        _path = file < 0 ? null : whole.Outlines[file].Path;
    }

    /// <summary>Gets the compilation. It is available while the pipeline runs on it.</summary>
    public Compilation Compilation => _source.Value.Whole.Compilation;

    /// <inheritdoc/>
    public StepPlace Place => _path is null ? StepPlace.Of(null) : StepPlace.OfFile(_path);

    /// <summary>Returns the file that the slice represents, with its compilation.</summary>
    public (SyntaxTree File, Compilation Compilation) Open()
    {
        var (whole, file) = _source.Value;
        var compilation = (CSharpCompilation)whole.Compilation;
        return (compilation.SyntaxTrees[file], compilation);
    }

    /// <inheritdoc/>
    public bool Equals(SourceSlice? other)
    {
        if (other is null || _hash != other._hash)
        {
            return false;
        }

        _source.ShareWith(other._source);
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceSlice);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash.GetHashCode();
}
