using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskGen.CompilerServices;

/// <summary>
/// Compares arguments by their content, at any depth: collections by their elements, sets by their elements in any order, and dictionaries
/// by their entries. Other values are compared with their <c>Equals</c> method.
/// </summary>
/// <remarks>
/// The class is intended for tests, idempotency keys, and small collections. Because elements are boxed, it is not suitable for frequent
/// use with large collections.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadEquality
{
    // .NET has no set interface that is independent of the element type.
    private static readonly FrozenSet<Type> Sets =
        FrozenSet.Create(
            typeof(HashSet<>), typeof(SortedSet<>), typeof(FrozenSet<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>));

    /// <summary>Determines whether two arguments are equal.</summary>
    /// <typeparam name="T">The type of the arguments.</typeparam>
    /// <param name="left">The first argument.</param>
    /// <param name="right">The second argument.</param>
    /// <returns><see langword="true"/> if the arguments are equal; otherwise, <see langword="false"/>.</returns>
    public static bool Equals<T>(T left, T right) =>
        EqualityComparer<T>.Default.Equals(left, right) || (MayCompareByContent<T>() && ContentEquals(left, right));

    /// <summary>Returns a hash code, which is the same for equal arguments.</summary>
    /// <typeparam name="T">The type of the argument.</typeparam>
    /// <param name="value">The argument.</param>
    /// <returns>The hash code.</returns>
    public static int GetHashCode<T>(T value) =>
        MayCompareByContent<T>() ? ContentHash(value) : value?.GetHashCode() ?? 0;

    private static bool MayCompareByContent<T>() => !typeof(T).IsPrimitive && typeof(T) != typeof(string) && !typeof(T).IsEnum;

    private static bool ContentEquals(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string, _) or (_, string) => left.Equals(right),
        (JsonElement one, JsonElement other) =>
            one.ValueKind == other.ValueKind && (one.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(one, other)),
        (JsonNode one, JsonNode other) => JsonNode.DeepEquals(one, other),
        (IDictionary one, IDictionary other) => DictionaryEquals(one, other),
        (IEnumerable one, IEnumerable other) => IsSet(one) && IsSet(other) ? SetEquals(one, other) : SequenceEquals(one, other),
        (ITuple one, ITuple other) => TupleEquals(one, other),
        _ => left.Equals(right),
    };

    private static int ContentHash(object? value)
    {
        switch (value)
        {
            case null:
                return 0;
            case string text:
                return text.GetHashCode(StringComparison.Ordinal);
            case JsonElement element:
                return (int)element.ValueKind;
            case JsonNode node:
                return (int)node.GetValueKind();
            case IEnumerable sequence:
                return SequenceHash(sequence);
            case ITuple tuple:
                var combined = 0;
                for (var index = 0; index < tuple.Length; index++)
                {
                    combined = HashCode.Combine(combined, ContentHash(tuple[index]));
                }

                return combined;
            default:
                return value.GetHashCode();
        }
    }

    private static bool DictionaryEquals(IDictionary left, IDictionary right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (DictionaryEntry entry in left)
        {
            if (!right.Contains(entry.Key) || !ContentEquals(entry.Value, right[entry.Key]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SequenceEquals(IEnumerable left, IEnumerable right)
    {
        var items = Begin(left);
        var others = Begin(right);
        try
        {
            if (items is null || others is null)
            {
                return items is null && others is null;
            }

            while (items.MoveNext())
            {
                if (!others.MoveNext() || !ContentEquals(items.Current, others.Current))
                {
                    return false;
                }
            }

            return !others.MoveNext();
        }
        finally
        {
            (items as IDisposable)?.Dispose();
            (others as IDisposable)?.Dispose();
        }
    }

    private static bool SetEquals(IEnumerable left, IEnumerable right)
    {
        var items = new HashSet<object?>(ContentComparer.Instance);
        foreach (var item in left)
        {
            items.Add(item);
        }

        var count = 0;
        foreach (var other in right)
        {
            count++;
            if (!items.Contains(other))
            {
                return false;
            }
        }

        return count == items.Count;
    }

    // The hash code does not depend on the order of the elements or the type of the collection, because a set or a dictionary can equal a
    // list that was read in its place.
    private static int SequenceHash(IEnumerable sequence)
    {
        var items = Begin(sequence);
        if (items is null)
        {
            return 0;
        }

        try
        {
            var hash = 1;
            while (items.MoveNext())
            {
                hash = unchecked(hash + HashCode.Combine(items.Current is { } item && IsEntry(item) ? 1 : ContentHash(items.Current)));
            }

            return hash;
        }
        finally
        {
            (items as IDisposable)?.Dispose();
        }
    }

    // A default ImmutableArray<T> throws when it is enumerated.
    private static IEnumerator? Begin(IEnumerable sequence)
    {
        try
        {
            return sequence.GetEnumerator();
        }
        catch (InvalidOperationException) when (sequence is ValueType)
        {
            return null;
        }
    }

    // A dictionary compares its keys with its own comparer, so only the number of entries contributes to the hash code.
    private static bool IsEntry(object item) =>
        item is DictionaryEntry
        || (item.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    private static bool IsSet(IEnumerable sequence)
    {
        for (var type = sequence.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && Sets.Contains(type.GetGenericTypeDefinition()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TupleEquals(ITuple left, ITuple right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var index = 0; index < left.Length; index++)
        {
            if (!ContentEquals(left[index], right[index]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class ContentComparer : IEqualityComparer<object?>
    {
        public static ContentComparer Instance { get; } = new();

        bool IEqualityComparer<object?>.Equals(object? x, object? y) => ContentEquals(x, y);

        int IEqualityComparer<object?>.GetHashCode(object? obj) => ContentHash(obj);
    }
}
