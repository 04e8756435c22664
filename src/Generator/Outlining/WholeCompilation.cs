using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// A compilation as a whole, identified by a hash of its declarations, references and options. It changes with any of them, but not with
/// the body of a method.
/// </summary>
/// <remarks>
/// It does not keep the compilation alive. When a new instance equals the previous one, the pipeline keeps the previous one and skips the
/// steps behind it. The previous one then takes over the newer compilation: a step that has to run nevertheless, because it failed in the
/// last run, needs a compilation that is alive.
/// </remarks>
internal sealed class WholeCompilation : IEquatable<WholeCompilation>
{
    private static long _count;

    private readonly ulong _hash;
    private readonly Latest<WeakReference<Compilation>> _compilation;

    public WholeCompilation(Compilation compilation, ImmutableArray<SourceOutline> outlines, ulong hash)
    {
        _compilation = new Latest<WeakReference<Compilation>>(new(compilation), Interlocked.Increment(ref _count));
        Outlines = outlines;
        _hash = hash;
    }

    /// <summary>Gets the outlines of the files, in the order of the compilation. They are the same in an equal compilation.</summary>
    public ImmutableArray<SourceOutline> Outlines { get; }

    /// <summary>Gets the number of the latest compilation. A later compilation has a higher number.</summary>
    public long Number => _compilation.Number;

    /// <summary>Gets the latest compilation. It is available while the pipeline runs on it.</summary>
    /// <exception cref="InvalidOperationException">The compilation is no longer available.</exception>
    public Compilation Compilation => _compilation.Value.TryGetTarget(out var compilation)
        ? compilation
        : throw new InvalidOperationException("A step of the generator ran on a compilation that is no longer available.");

    /// <inheritdoc/>
    public bool Equals(WholeCompilation? other)
    {
        if (other is null || _hash != other._hash)
        {
            return false;
        }

        _compilation.ShareWith(other._compilation);
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WholeCompilation);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash.GetHashCode();
}
