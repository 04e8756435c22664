using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
internal sealed class SourceSlice : IEquatable<SourceSlice>
{
    private readonly ulong _hash;
    private volatile Place _place;

    public SourceSlice(WholeCompilation whole, ulong hash, int file = -1)
    {
        _place = new Place(whole, whole.Number, file);
        _hash = hash;
    }

    /// <summary>Gets the compilation. It is available while the pipeline runs on it.</summary>
    public Compilation Compilation => _place.Whole.Compilation;

    /// <summary>Returns the file that the slice represents, with its compilation.</summary>
    public (SyntaxTree File, Compilation Compilation) Open()
    {
        var place = _place;
        var compilation = (CSharpCompilation)place.Whole.Compilation;
        return (compilation.SyntaxTrees[place.File], compilation);
    }

    /// <inheritdoc/>
    public bool Equals(SourceSlice? other)
    {
        if (other is null || _hash != other._hash)
        {
            return false;
        }

        var (mine, others) = (_place, other._place);
        if (mine.Number < others.Number)
        {
            _place = others;
        }
        else
        {
            other._place = mine;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceSlice);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash.GetHashCode();

    private sealed class Place(WholeCompilation whole, long number, int file)
    {
        public WholeCompilation Whole => whole;

        public long Number => number;

        public int File => file;
    }
}
