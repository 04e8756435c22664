using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Exceptions;
using TaskGen.Serialization;

namespace TaskGen.CompilerServices;

/// <summary>
/// Describes one payload parameter of a task: its name in the JSON object, the serializer of its value, and its default value.
/// </summary>
/// <typeparam name="T">The type of the parameter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PayloadParameter<T> : IPayloadParameter
{
    // Generated code can combine the schema of a type into the schemas of arrays and tuples.
    private static readonly JsonDocumentOptions SchemaOptions = new() { MaxDepth = 2 * JsonShape.MaxDepth };

    private readonly string _name;
    private readonly JsonEncodedText _encodedName;
    private readonly PayloadValue<T> _value;
    private readonly T _defaultValue;
    private readonly bool _isOptional;

    /// <summary>Initializes a new instance for a required parameter.</summary>
    /// <param name="name">The exact name of the parameter.</param>
    /// <param name="value">The serializer of the value.</param>
    public PayloadParameter(string name, PayloadValue<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(name);
        _name = name;
        _encodedName = JsonEncodedText.Encode(name, WireEncoder.Instance);
        _value = value;
        _defaultValue = default!;
    }

    /// <summary>Initializes a new instance for an optional parameter.</summary>
    /// <param name="name">The exact name of the parameter.</param>
    /// <param name="value">The serializer of the value.</param>
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

        // A default can be a value that callers cannot pass, such as null for a non-nullable type. No argument equals such a default.
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using var writer = new Utf8JsonWriter(buffer, WireEncoder.WriterOptions);
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
    /// <param name="writer">The writer, positioned inside the JSON object of the payload.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <exception cref="TaskArgumentException">The argument cannot be serialized.</exception>
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
            throw new TaskArgumentException(null, [problem.Describe(_name) + DescribeDefault(argument)], problem.InnerException);
        }
    }

    /// <summary>
    /// Writes the name of the parameter with the value <c>null</c>, unless the argument equals the default value of the parameter.
    /// </summary>
    /// <remarks>
    /// The argument is not written, because it is part of the payload, and a lazy sequence can have different elements when it is
    /// enumerated again.
    /// </remarks>
    /// <inheritdoc cref="Write"/>
    public void WriteKey(Utf8JsonWriter writer, T argument, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!IsDefault(argument))
        {
            writer.WriteNull(_encodedName);
        }
    }

    /// <summary>Reads the argument if the current JSON property has the name of this parameter.</summary>
    /// <param name="reader">
    /// The reader, positioned on the property name. If the property has the name of this parameter, the reader is positioned on the last
    /// token of the value after the call.
    /// </param>
    /// <param name="argument">The argument to set.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <param name="errors">The errors in the payload. An error in this argument is added to them.</param>
    /// <returns><see langword="true"/> if the property has the name of this parameter; otherwise, <see langword="false"/>.</returns>
    public bool TryRead(ref Utf8JsonReader reader, ref PayloadArgument<T> argument, JsonSerializerOptions options, ref PayloadErrors errors)
    {
        if (!reader.ValueTextEquals(_name))
        {
            return false;
        }

        reader.Read();
        var value = reader;

        // The reader first skips the value, so that reading continues after the value even if it is not valid.
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
            errors.Add($"'{_name}' appears more than once");
        }

        return true;
    }

    /// <summary>Describes the parameter.</summary>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>
    /// The name of the parameter, whether it is required, and its JSON Schema. If there is no JSON metadata for the type, the schema allows
    /// any value and contains a comment with the reason.
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

        return new TaskParameterDescriptor(_name, !_isOptional, JsonElement.Parse(shape.ToJsonString(), SchemaOptions));
    }

    /// <summary>
    /// Sets the argument to its default value if the payload does not contain it. If the parameter is required, an error is added.
    /// </summary>
    /// <param name="argument">The argument.</param>
    /// <param name="errors">The errors in the payload.</param>
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

    // The default value of a struct of the application can be uninitialized, and then throws any exception when it is compared or
    // enumerated. An argument for which this is not the case does not equal it.
    private bool IsDefault(T argument)
    {
        if (!_isOptional)
        {
            return false;
        }

        try
        {
            return PayloadEquality.Equals(argument, _defaultValue);
        }
        catch (Exception exception) when (typeof(T).IsValueType && exception is not OutOfMemoryException)
        {
            return false;
        }
    }

    // If an argument was omitted, the caller has not written the value, so the message explains where it is from.
    private string DescribeDefault(T argument)
    {
        if (!IsDefault(argument))
        {
            return "";
        }

        var value = argument switch
        {
            float or double => string.Create(CultureInfo.InvariantCulture, $"{argument}"),
            _ when typeof(T).IsValueType && EqualityComparer<T>.Default.Equals(argument, default) => $"default({typeof(T)})",
            _ => $"of type {typeof(T)}",
        };
        return $", and it is the default value of the parameter ({value}); pass a different value, or change the default value, for "
            + "example to null";
    }
}
