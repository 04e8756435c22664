using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Definitions;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>The elements of a JSON array, one after the other. Called by generated code for tuples.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadArray
{
    /// <summary>Begins an array.</summary>
    /// <param name="writer">Where to write.</param>
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
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="element">How it travels.</param>
    /// <param name="value">The element.</param>
    /// <param name="options">The types of the user.</param>
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

    /// <summary>Expects the start of an array.</summary>
    /// <param name="reader">On the first token.</param>
    public static void ReadStart(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new PayloadProblemException("must be an array");
        }
    }

    /// <summary>Goes to the next element.</summary>
    /// <param name="reader">On the start of the array or the last token of an element.</param>
    /// <returns>Whether there is one; false: the reader is on the end of the array.</returns>
    public static bool MoveNext(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Reads the element the reader is on.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="reader">On the first token of the element.</param>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="element">How it travels.</param>
    /// <param name="options">The types of the user.</param>
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
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="reader">On the start of the array or the last token of an element.</param>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="count">How many the tuple has.</param>
    /// <param name="element">How it travels.</param>
    /// <param name="options">The types of the user.</param>
    /// <returns>The element.</returns>
    public static T ReadTupleElement<T>(
        ref Utf8JsonReader reader, int index, int count, PayloadValue<T> element, JsonSerializerOptions options) =>
        MoveNext(ref reader) ? ReadElement(ref reader, index, element, options) : throw WrongCount(count);

    /// <summary>Expects the end of a tuple.</summary>
    /// <param name="reader">On the last token of the last element.</param>
    /// <param name="count">How many elements the tuple has.</param>
    public static void ReadTupleEnd(ref Utf8JsonReader reader, int count)
    {
        if (MoveNext(ref reader))
        {
            throw WrongCount(count);
        }
    }

    /// <summary>What a tuple looks like.</summary>
    /// <param name="elements">What its elements look like, each made for this call.</param>
    /// <returns>A JSON Schema.</returns>
    public static JsonNode DescribeTuple(params IReadOnlyList<JsonNode> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return PayloadShape.Tuple(elements);
    }

    internal static PayloadProblemException TooDeep() => new($"is nested deeper than {PayloadCodec.MaxDepth} levels, or refers to itself");

    private static PayloadProblemException WrongCount(int count) => new($"must be an array of {count} elements");
}
