using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskGen.CompilerServices;

/// <summary>Compares arguments as they travel: collections by their elements, dictionaries by their entries, to any depth; everything else by its own equality.</summary>
/// <remarks>Meant for tests, keys and small collections, not for hot paths: elements are boxed.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadEquality
{
    /// <summary>Whether two arguments are equal.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are.</returns>
    public static bool Equals<T>(T left, T right) =>
        EqualityComparer<T>.Default.Equals(left, right) || (MayCompareByContent<T>() && ContentEquals(left, right));

    /// <summary>A hash code that equal arguments share.</summary>
    /// <typeparam name="T">The type.</typeparam>
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
        (JsonElement one, JsonElement other) => one.ValueKind == other.ValueKind && (one.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(one, other)),
        (JsonNode one, JsonNode other) => JsonNode.DeepEquals(one, other),
        (IDictionary one, IDictionary other) => DictionaryEquals(one, other),
        (IEnumerable one, IEnumerable other) => SequenceEquals(one, other),
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
            case IDictionary dictionary:
                return dictionary.Count;
            case IEnumerable sequence:
                var hash = new HashCode();
                foreach (var item in sequence)
                {
                    hash.Add(ContentHash(item));
                }

                return hash.ToHashCode();
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
        var others = right.GetEnumerator();
        try
        {
            foreach (var item in left)
            {
                if (!others.MoveNext() || !ContentEquals(item, others.Current))
                {
                    return false;
                }
            }

            return !others.MoveNext();
        }
        finally
        {
            (others as IDisposable)?.Dispose();
        }
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
}
