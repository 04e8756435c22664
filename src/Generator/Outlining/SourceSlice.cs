using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// Represents a part of a compilation, identified by a hash of everything that it depends on. Slices with the same hash are equal, even if
/// they belong to different compilations. A step of the generator pipeline whose input is a slice runs again only when something that it
/// can read has changed.
/// </summary>
/// <remarks>
/// A slice does not keep its compilation alive. When a new slice equals the previous one, the pipeline keeps the previous slice, whose
/// compilation might have been garbage-collected. In this case the compilation is not required, because the results of the later steps are
/// cached.
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

    /// <summary>Gets the compilation. It is available only during the run that created the slice.</summary>
    public Compilation Compilation => _compilation.TryGetTarget(out var compilation)
        ? compilation
        : throw new InvalidOperationException("A step of the generator ran on a slice whose compilation is no longer available.");

    /// <summary>Gets the file that the slice represents.</summary>
    public SyntaxTree File => ((CSharpCompilation)Compilation).SyntaxTrees[_file];

    /// <inheritdoc/>
    public bool Equals(SourceSlice? other) => other is not null && _hash == other._hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceSlice);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash.GetHashCode();
}
