using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskGen.Definitions;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>
/// Explains why the JSON serializer could not write a value: which member is the reason, and what is wrong with it. The explanation
/// contains names of members and types, but no values.
/// </summary>
internal static class JsonWriteProblems
{
    private const string Prefix = "cannot be written as JSON because ";

    /// <summary>Explains an exception of the serializer.</summary>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">The metadata of the value.</param>
    /// <param name="written">The JSON that was written before the exception.</param>
    /// <param name="isTooDeep">Whether the JSON has reached the maximum depth.</param>
    /// <param name="exception">The exception.</param>
    public static PayloadProblemException Explain(
        object? value, JsonTypeInfo typeInfo, ReadOnlySpan<byte> written, bool isTooDeep, Exception exception)
    {
        var place = WrittenJson.Read(written);
        var walk = new JsonWalk(value, typeInfo);
        var isComplete = true;
        foreach (var step in place.Steps)
        {
            // An array that is not initialized fails when its elements are read, after its start has been written.
            if (isComplete && !(isTooDeep && walk.IsCycle) && !IsUninitialized(walk.Value))
            {
                isComplete = walk.Enter(step);
            }
        }

        if (isTooDeep)
        {
            return TooDeep(walk, isComplete);
        }

        if (isComplete && place.EndsInObject && NextMember(walk, place.LastName) is { } problem)
        {
            return problem;
        }

        return new PayloadProblemException(Reason(walk, isComplete, exception), exception, walk.Path);
    }

    /// <summary>Returns the path of the value at the end of JSON that is not complete.</summary>
    public static string PathOf(object? value, JsonTypeInfo typeInfo, ReadOnlySpan<byte> written)
    {
        var walk = new JsonWalk(value, typeInfo);
        foreach (var step in WrittenJson.Read(written).Steps)
        {
            if (!walk.Enter(step))
            {
                break;
            }
        }

        return walk.Path;
    }

    private static PayloadProblemException TooDeep(JsonWalk walk, bool isComplete)
    {
        var path = walk.Path.TrimStart('.');
        if (isComplete && walk.IsCycle)
        {
            return new PayloadProblemException(
                $"is nested deeper than {PayloadCodec.MaxDepth} levels because '{path}' refers to an object that contains it; "
                + "pass an id instead of the object");
        }

        const int Most = 64;
        return path.Length == 0
            ? PayloadArray.TooDeep()
            : new PayloadProblemException(
                $"is nested deeper than {PayloadCodec.MaxDepth} levels at "
                + $"'{(path.Length > Most ? $"{path.AsSpan(0, Most / 2)}…{path.AsSpan(path.Length - (Most / 2))}" : path)}'");
    }

    // The serializer reads a member before it writes its name. If all members that it has written are complete, the cause is a member that
    // follows them.
    private static PayloadProblemException? NextMember(JsonWalk walk, string? lastName)
    {
        if (walk is not { Value: { } owner, TypeInfo: { } typeInfo })
        {
            return null;
        }

        var members = JsonMetadata.Members(typeInfo);
        var last = JsonMetadata.Member(typeInfo, lastName) is { } found ? members.IndexOf(found) : -1;
        foreach (var member in members.Skip(last + 1))
        {
            var path = walk.Path + JsonMetadata.Step(member.Name);
            try
            {
                if (member.Get is { } get
                    && get(owner) is var value
                    && member.ShouldSerialize?.Invoke(owner, value) != false
                    && value is null
                    && JsonMetadata.ForbidsNull(member, isWritten: true))
                {
                    return new PayloadProblemException("must not be null", path: path);
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return new PayloadProblemException($"{Prefix}its getter throws {exception.GetType()}", exception, path);
            }
        }

        return null;
    }

    private static string Reason(JsonWalk walk, bool isComplete, Exception exception)
    {
        var type = walk.Type;
        return (isComplete ? walk.Value : null) switch
        {
            double number when !double.IsFinite(number) => NotFinite(type),
            float number when !float.IsFinite(number) => NotFinite(type),
            Half number when !Half.IsFinite(number) => NotFinite(type),
            JsonElement { ValueKind: JsonValueKind.Undefined } => $"{Prefix}this {type} is not initialized; assign a JSON value",
            var other when IsUninitialized(other) =>
                $"{Prefix}this {type} is not initialized; assign an empty array instead of the default value",
            TaskId { Queue.Length: 0 } => $"{Prefix}this {type} is empty; assign the id of a task",
            Enum constant when exception is JsonException && !Enum.IsDefined(constant.GetType(), constant) =>
                $"{Prefix}its value has no name in {type}; use a member of the enumeration",
            _ when exception is NotSupportedException && walk.TypeInfo is null =>
                $"{Prefix}no JSON metadata is available for {type ?? typeof(object)}; add the type to a JsonSerializerContext",
            _ when exception is NotSupportedException && isComplete && !JsonMetadata.HasUserConverter(walk.TypeInfo) =>
                $"{Prefix}the JSON serializer does not support {type}; use a different type",
            _ => $"{Prefix}the serialization of this {type} throws {exception.GetType()}",
        };
    }

    private static string NotFinite(Type? type) => $"{Prefix}this {type} is NaN or infinity; pass a finite number";

    private static bool IsUninitialized(object? value)
    {
        if (value is not ICollection collection
            || !collection.GetType().IsGenericType
            || collection.GetType().GetGenericTypeDefinition() != typeof(ImmutableArray<>))
        {
            return false;
        }

        try
        {
            _ = collection.Count;
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
