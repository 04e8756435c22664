using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// A part of a compilation, known by a hash of everything that it depends on: two slices with one hash mean the same, whatever compilations
/// they are of. So a step that takes a slice runs again only when something that it can see has changed.
/// </summary>
/// <remarks>
/// The compilation is only lent. A slice that equals the one before is thrown away in favour of the old one, whose compilation may be gone;
/// but then nothing asks for it, because the steps behind it are cached.
/// </remarks>
internal sealed class SourceSlice : IEquatable<SourceSlice>
{
    private readonly WeakReference<Compilation> _compilation;
    private readonly int _file;
    private readonly ulong _hash;

    public SourceSlice(WeakReference<Compilation> compilation, ulong hash, int file = -1)
    {
        _compilation = compilation;
        _file = file;
        _hash = hash;
    }

    /// <summary>The compilation, while the run lasts in which the slice was cut.</summary>
    public Compilation Compilation => _compilation.TryGetTarget(out var compilation)
        ? compilation
        : throw new InvalidOperationException("A step ran on a slice of a compilation that is gone.");

    /// <summary>The file that the slice is of.</summary>
    public SyntaxTree File => ((CSharpCompilation)Compilation).SyntaxTrees[_file];

    /// <inheritdoc/>
    public bool Equals(SourceSlice? other) => other is not null && _hash == other._hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceSlice);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash.GetHashCode();
}
