using System.Collections;
using System.Collections.Immutable;

namespace TaskGen.Generator.Model;

/// <summary>
/// Represents an immutable array that is equal to another array with equal elements. The incremental generator uses this equality to detect
/// that the input of a step has not changed.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> _items = items;

    /// <summary>Gets the number of elements.</summary>
    public int Count => _items.IsDefault ? 0 : _items.Length;

    /// <summary>Gets the elements.</summary>
    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <summary>Gets an element.</summary>
    /// <param name="index">The zero-based index of the element.</param>
    public T this[int index] => _items[index];

    /// <summary>Wraps an immutable array without copying it.</summary>
    public static implicit operator EquatableArray<T>(ImmutableArray<T> items) => new(items);

    /// <summary>Determines whether two arrays have equal elements.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Determines whether two arrays have different elements.</summary>
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

    /// <summary>Returns an enumerator that iterates through the elements in order.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();
}
