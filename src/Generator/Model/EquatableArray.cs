using System.Collections;
using System.Collections.Immutable;

namespace TaskGen.Generator.Model;

/// <summary>
/// An immutable array that equals another one with equal elements, so that a step of the pipeline can tell that nothing changed.
/// </summary>
/// <typeparam name="T">The element.</typeparam>
internal readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> _items = items;

    /// <summary>How many elements there are.</summary>
    public int Count => _items.IsDefault ? 0 : _items.Length;

    /// <summary>One element.</summary>
    /// <param name="index">Which one, from 0.</param>
    public T this[int index] => _items[index];

    /// <summary>Takes over an array.</summary>
    public static implicit operator EquatableArray<T>(ImmutableArray<T> items) => new(items);

    /// <summary>Whether two arrays have equal elements.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Whether two arrays differ.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        for (var index = 0; index < Count; index++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items[index], other._items[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        for (var index = 0; index < Count; index++)
        {
            hash = unchecked((hash * 31) + (_items[index]?.GetHashCode() ?? 0));
        }

        return hash;
    }

    /// <summary>Visits the elements in order.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => (_items.IsDefault ? [] : _items).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items.IsDefault ? [] : _items)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();
}
