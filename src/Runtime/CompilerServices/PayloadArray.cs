using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Definitions;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>Writes and reads the elements of a JSON array. Called by generated code for tuples.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadArray
{
    /// <summary>Writes the start of an array.</summary>
    /// <param name="writer">The writer.</param>
    public static void WriteStart(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (writer.CurrentDepth >= PayloadCodec.MaxDepth)
        {
            throw TooDeep();
        }

        writer.WriteStartArray();
    }

    /// <summary>Writes one element.</summary>
    /// <typeparam name="T">The type of the element.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="index">The zero-based index of the element.</param>
    /// <param name="element">The serializer of the element.</param>
    /// <param name="value">The element.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    public static void WriteElement<T>(Utf8JsonWriter writer, int index, PayloadValue<T> element, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(element);
        try
        {
            element.Write(writer, value, options);
        }
        catch (PayloadProblemException problem)
        {
            throw problem.In(index);
        }
    }

    /// <summary>Reads the start of an array.</summary>
    /// <param name="reader">The reader, positioned on the first token.</param>
    public static void ReadStart(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new PayloadProblemException("must be an array");
        }
    }

    /// <summary>Moves to the next element.</summary>
    /// <param name="reader">The reader, positioned on the start of the array or on the last token of an element.</param>
    /// <returns>
    /// <see langword="true"/> if there is another element; <see langword="false"/> if the reader has reached the end of the array.
    /// </returns>
    public static bool MoveNext(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Reads the element at the current position of the reader.</summary>
    /// <typeparam name="T">The type of the element.</typeparam>
    /// <param name="reader">The reader, positioned on the first token of the element.</param>
    /// <param name="index">The zero-based index of the element.</param>
    /// <param name="element">The serializer of the element.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The element.</returns>
    public static T ReadElement<T>(ref Utf8JsonReader reader, int index, PayloadValue<T> element, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(element);
        try
        {
            return element.Read(ref reader, options);
        }
        catch (PayloadProblemException problem)
        {
            throw problem.In(index);
        }
    }

    /// <summary>Reads the next element of a tuple.</summary>
    /// <typeparam name="T">The type of the element.</typeparam>
    /// <param name="reader">The reader, positioned on the start of the array or on the last token of an element.</param>
    /// <param name="index">The zero-based index of the element.</param>
    /// <param name="count">The number of elements in the tuple.</param>
    /// <param name="element">The serializer of the element.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The element.</returns>
    public static T ReadTupleElement<T>(
        ref Utf8JsonReader reader, int index, int count, PayloadValue<T> element, JsonSerializerOptions options) =>
        MoveNext(ref reader) ? ReadElement(ref reader, index, element, options) : throw WrongCount(count);

    /// <summary>Reads the end of a tuple.</summary>
    /// <param name="reader">The reader, positioned on the last token of the last element.</param>
    /// <param name="count">The number of elements in the tuple.</param>
    public static void ReadTupleEnd(ref Utf8JsonReader reader, int count)
    {
        if (MoveNext(ref reader))
        {
            throw WrongCount(count);
        }
    }

    /// <summary>Creates the JSON Schema of a tuple.</summary>
    /// <param name="elements">The JSON Schemas of the elements. The method modifies them, so they must be new objects.</param>
    /// <returns>The JSON Schema.</returns>
    public static JsonNode DescribeTuple(params IReadOnlyList<JsonNode> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return PayloadShape.Tuple(elements);
    }

    internal static PayloadProblemException TooDeep() => new($"is nested deeper than {PayloadCodec.MaxDepth} levels, or refers to itself");

    private static PayloadProblemException WrongCount(int count) => new($"must be an array of {count} elements");
}
