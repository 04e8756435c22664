using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Generator.Tests.Payload.Facts;

/// <summary>
/// Compares what was sent with what arrived: collections by their elements, values of the samples by all their fields, and values of other
/// types by <c>Equals</c> where they have one.
/// </summary>
/// <param name="samples">The assembly of the samples.</param>
internal sealed class ValueComparer(Assembly samples)
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Returns where two values differ; null if they are equal.</summary>
    public string? Compare(object? sent, object? arrived) => Compare(sent, arrived, "value", 0);

    private string? Compare(object? sent, object? arrived, string path, int depth)
    {
        if (sent is null || arrived is null || depth > 40)
        {
            return ReferenceEquals(sent, arrived) || depth > 40 ? null : Differ(sent, arrived, path);
        }

        switch (sent, arrived)
        {
            case (JsonElement left, JsonElement right):
                return JsonElement.DeepEquals(left, right) ? null : Differ(sent, arrived, path);
            case (JsonNode left, JsonNode right):
                return JsonNode.DeepEquals(left, right) ? null : Differ(sent, arrived, path);
            case (string, _):
                return sent.Equals(arrived) ? null : Differ(sent, arrived, path);
            case (Memory<int> left, Memory<int> right):
                return left.Span.SequenceEqual(right.Span) ? null : Differ(sent, arrived, path);
            case (ReadOnlyMemory<char> left, ReadOnlyMemory<char> right):
                return left.Span.SequenceEqual(right.Span) ? null : Differ(sent, arrived, path);
            case (IDictionary left, IDictionary right):
                return CompareDictionaries(left, right, path, depth) ?? CompareMembers(sent, arrived, path, depth);
            case (IEnumerable left, IEnumerable right):
                return CompareElements(left, right, path, depth) ?? CompareMembers(sent, arrived, path, depth);
        }

        var type = sent.GetType();
        return type == typeof(object) && arrived.GetType() == type ? null
            : type != arrived.GetType() ? Differ(sent, arrived, path)
            : HasEquals(type) ? (sent.Equals(arrived) ? null : Differ(sent, arrived, path))
            : CompareFields(sent, arrived, type, path, depth);
    }

    private string? CompareDictionaries(IDictionary sent, IDictionary arrived, string path, int depth)
    {
        if (sent.Count != arrived.Count)
        {
            return Differ($"{sent.Count} entries", $"{arrived.Count} entries", path);
        }

        foreach (DictionaryEntry entry in sent)
        {
            if (!arrived.Contains(entry.Key))
            {
                return Differ(entry.Key, null, path);
            }

            if (Compare(entry.Value, arrived[entry.Key], $"{path}[{entry.Key}]", depth + 1) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? CompareElements(IEnumerable sent, IEnumerable arrived, string path, int depth)
    {
        List<object?> left = [.. sent], right = [.. arrived];
        var isUnordered = sent.GetType().GetInterfaces().Any(
            static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlySet<>))
            && sent.GetType().Name.Contains("Hash", StringComparison.Ordinal);
        if (left.Count != right.Count)
        {
            return Differ($"{left.Count} elements", $"{right.Count} elements", path);
        }

        for (var index = 0; index < left.Count; index++)
        {
            var difference = Compare(left[index], right[index], $"{path}[{index}]", depth + 1);
            if (difference is not null && !(isUnordered && right.Exists(other => Compare(left[index], other, path, depth + 1) is null)))
            {
                return difference;
            }
        }

        return null;
    }

    // The fields that a collection of the samples adds to those of its base class.
    private string? CompareMembers(object sent, object arrived, string path, int depth)
    {
        for (var type = sent.GetType(); type?.Assembly == samples; type = type.BaseType)
        {
            if (type == arrived.GetType() && CompareOwn(sent, arrived, type, path, depth) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? CompareFields(object sent, object arrived, Type type, string path, int depth)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            if (CompareOwn(sent, arrived, current, path, depth) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? CompareOwn(object sent, object arrived, Type type, string path, int depth)
    {
        foreach (var field in type.GetFields(Fields))
        {
            if (!field.FieldType.IsAssignableTo(typeof(Delegate))
                && !IsIgnored(field, type)
                && Compare(field.GetValue(sent), field.GetValue(arrived), $"{path}.{field.Name}", depth + 1) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static bool IsIgnored(FieldInfo field, Type type)
    {
        var end = field.Name.IndexOf(">k__BackingField", StringComparison.Ordinal);
        MemberInfo? member = end < 0
            ? field
            : type.GetProperty(
                field.Name[1..end], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        return member?.GetCustomAttribute<JsonIgnoreAttribute>() is not null;
    }

    // A record of the samples has a generated Equals, which compares lists by reference.
    private bool HasEquals(Type type) =>
        type.GetMethod("Equals", [typeof(object)])!.DeclaringType is { } declaring
        && declaring != typeof(object)
        && declaring != typeof(ValueType)
        && (type.Assembly != samples || type.GetMethod("<Clone>$") is null && type.GetMethod("PrintMembers", Fields) is null)
        && !type.IsGenericType;

    private static string Differ(object? sent, object? arrived, string path) =>
        $"{path} was {Print(sent)} and arrived as {Print(arrived)}";

    // A value without its content cannot always be printed.
    private static string Print(object? value)
    {
        string? text = null;
        return value is null ? "null" : Record.Exception(() => text = value.ToString()) is null ? text! : value.GetType().Name;
    }
}
