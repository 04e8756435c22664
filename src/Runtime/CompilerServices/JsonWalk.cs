using System.Collections;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace TaskGen.CompilerServices;

/// <summary>Follows the steps of a JSON path through an object, to find the member that a step belongs to.</summary>
internal sealed class JsonWalk
{
    private readonly StringBuilder _path = new();
    private readonly List<object> _containers = [];

    public JsonWalk(object? value, JsonTypeInfo typeInfo)
    {
        Set(value, typeInfo);
    }

    /// <summary>The path of the current value. It contains names of members and indexes, but no keys of dictionaries.</summary>
    public string Path => _path.ToString();

    /// <summary>The metadata of the current value; null if there is none.</summary>
    public JsonTypeInfo? TypeInfo { get; private set; }

    /// <summary>The current value; null if it is null or could not be read.</summary>
    public object? Value { get; private set; }

    /// <summary>The current member; null if the value is not a member of an object.</summary>
    public JsonPropertyInfo? Member { get; private set; }

    /// <summary>The type of the current value, or its declared type.</summary>
    public Type? Type => Value?.GetType() ?? TypeInfo?.Type;

    /// <summary>Whether the current value is an object that contains itself.</summary>
    public bool IsCycle => Value is { } value && _containers.Exists(container => ReferenceEquals(container, value));

    /// <summary>Moves to a value inside the current value. Returns false if the metadata does not describe the step.</summary>
    public bool Enter(JsonStep step)
    {
        if (Value is { } container && !container.GetType().IsValueType)
        {
            _containers.Add(container);
        }

        switch (TypeInfo?.Kind)
        {
            case JsonTypeInfoKind.Object when JsonMetadata.Member(TypeInfo, step.Name) is { } member:
                EnterMember(member);
                break;
            case JsonTypeInfoKind.Enumerable when step.Name is null:
                _path.Append('[').Append(step.Index).Append(']');
                EnterElement(step.Index);
                break;
            case JsonTypeInfoKind.Dictionary when step.Name is not null:
                _path.Append(JsonMetadata.Entry);
                EnterElement(step.Index);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Moves to a member of the current value.</summary>
    public void EnterMember(JsonPropertyInfo member)
    {
        _path.Append(JsonMetadata.Step(member.Name));
        Member = member;
        try
        {
            Set(Value is { } owner ? member.Get?.Invoke(owner) : null, JsonMetadata.Find(member));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The getter throws. The caller determines this separately.
            Set(null, JsonMetadata.Find(member));
        }
    }

    private void EnterElement(int index)
    {
        Member = null;
        var typeInfo = JsonMetadata.Find(TypeInfo!.ElementType, TypeInfo.Options);
        try
        {
            Set(ElementAt(index), typeInfo);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Set(null, typeInfo);
        }
    }

    // Only collections that hold their elements are read. To enumerate any other sequence again might have effects.
    private object? ElementAt(int index)
    {
        switch (Value)
        {
            case IDictionary entries:
                var entry = entries.GetEnumerator();
                for (var position = 0; entry.MoveNext(); position++)
                {
                    if (position == index)
                    {
                        return entry.Value;
                    }
                }

                return null;
            case IList list:
                return index < list.Count ? list[index] : null;
            case ICollection collection:
                foreach (var element in collection)
                {
                    if (index-- == 0)
                    {
                        return element;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private void Set(object? value, JsonTypeInfo? typeInfo)
    {
        Value = value;
        TypeInfo = typeInfo is null ? null : JsonMetadata.WithoutNull(typeInfo);
        UseActualType();
    }

    // The serializer uses the actual type if the declared type is object or declares its derived types.
    private void UseActualType()
    {
        if (Value is { } value
            && TypeInfo is { } declared
            && value.GetType() != declared.Type
            && (declared.Type == typeof(object) || declared.PolymorphismOptions is not null))
        {
            TypeInfo = JsonMetadata.Find(value.GetType(), declared.Options);
        }
    }
}
