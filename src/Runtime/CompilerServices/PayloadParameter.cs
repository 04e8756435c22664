using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>One payload parameter of a task: its name in the JSON object, how its value travels, and its default.</summary>
/// <typeparam name="T">Its type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PayloadParameter<T> : IPayloadParameter
{
    private readonly string _name;
    private readonly JsonEncodedText _encodedName;
    private readonly PayloadValue<T> _value;
    private readonly T _defaultValue;
    private readonly bool _isOptional;

    /// <summary>A parameter that must be there.</summary>
    /// <param name="name">Its exact name.</param>
    /// <param name="value">How its value travels.</param>
    public PayloadParameter(string name, PayloadValue<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(name);
        _name = name;
        _encodedName = JsonEncodedText.Encode(name);
        _value = value;
        _defaultValue = default!;
    }

    /// <summary>A parameter with a default.</summary>
    /// <param name="name">Its exact name.</param>
    /// <param name="value">How its value travels.</param>
    /// <param name="defaultValue">The default.</param>
    public PayloadParameter(string name, PayloadValue<T> value, T defaultValue)
        : this(name, value)
    {
        _defaultValue = defaultValue;
        _isOptional = true;
    }

    string IPayloadParameter.Name => _name;

    ReadOnlyMemory<byte>? IPayloadParameter.WriteDefault(JsonSerializerOptions options)
    {
        if (!_isOptional)
        {
            return null;
        }

        // A default may be a value that nobody may pass, such as null for what must not be null; no argument equals it then.
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using var writer = new Utf8JsonWriter(buffer);
            _value.Write(writer, _defaultValue, options);
            writer.Flush();
            return buffer.WrittenMemory;
        }
        catch (PayloadProblemException)
        {
            return null;
        }
    }

    /// <summary>Writes the argument.</summary>
    /// <param name="writer">Inside the object of the payload.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="options">The types of the user.</param>
    /// <exception cref="TaskArgumentException">It cannot be written.</exception>
    public void Write(Utf8JsonWriter writer, T argument, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        try
        {
            writer.WritePropertyName(_encodedName);
            _value.Write(writer, argument, options);
        }
        catch (PayloadProblemException problem)
        {
            throw new TaskArgumentException(null, [problem.Describe(_name)], problem.InnerException);
        }
    }

    /// <summary>Writes the argument unless it equals its default.</summary>
    /// <inheritdoc cref="Write"/>
    public void WriteKey(Utf8JsonWriter writer, T argument, JsonSerializerOptions options)
    {
        if (!_isOptional || !PayloadEquality.Equals(argument, _defaultValue))
        {
            Write(writer, argument, options);
        }
    }

    /// <summary>Reads the argument where the property is the one of this parameter.</summary>
    /// <param name="reader">On the name of the property; on the last token of its value afterwards, if this is the one.</param>
    /// <param name="argument">Where it goes.</param>
    /// <param name="options">The types of the user.</param>
    /// <param name="errors">What is wrong so far.</param>
    /// <returns>Whether the property is the one of this parameter.</returns>
    public bool TryRead(ref Utf8JsonReader reader, ref PayloadArgument<T> argument, JsonSerializerOptions options, ref PayloadErrors errors)
    {
        if (!reader.ValueTextEquals(_name))
        {
            return false;
        }

        reader.Read();
        var value = reader;

        // To its end first: whatever the value turns out to be, reading goes on behind it.
        reader.Skip();
        if (argument.Progress == PayloadArgument<T>.State.Missing)
        {
            argument.Progress = PayloadArgument<T>.State.Seen;
            try
            {
                argument.Value = _value.Read(ref value, options);
            }
            catch (PayloadProblemException problem)
            {
                errors.Add(problem.Describe(_name));
            }
        }
        else if (argument.Progress == PayloadArgument<T>.State.Seen)
        {
            argument.Progress = PayloadArgument<T>.State.SeenTwice;
            errors.Add($"'{_name}' is there more than once");
        }

        return true;
    }

    /// <summary>Says what the parameter takes.</summary>
    /// <param name="options">The types of the user.</param>
    /// <returns>
    /// Name, whether it must be there, and its JSON Schema; one that allows anything, with a comment, where the type has no JSON
    /// description.
    /// </returns>
    public TaskParameterDescriptor Describe(JsonSerializerOptions options)
    {
        JsonNode shape;
        try
        {
            shape = _value.Describe(options);
        }
        catch (PayloadProblemException problem)
        {
            shape = PayloadShape.Unknown(problem.Describe(_name));
        }

        return new TaskParameterDescriptor(_name, !_isOptional, JsonElement.Parse(shape.ToJsonString()));
    }

    /// <summary>Fills in the default where the property was not there.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="errors">What is wrong so far.</param>
    public void Complete(ref PayloadArgument<T> argument, ref PayloadErrors errors)
    {
        if (argument.Progress != PayloadArgument<T>.State.Missing)
        {
            return;
        }

        argument.Value = _defaultValue;
        if (!_isOptional)
        {
            errors.Add($"'{_name}' is missing");
        }
    }
}
