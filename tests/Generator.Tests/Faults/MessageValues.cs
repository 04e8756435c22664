using System.Buffers;
using System.Text;
using System.Text.Json;
using TaskGen;
using TaskGen.CompilerServices;
using TaskGen.Serialization;

namespace Generator.Tests.Faults;

/// <summary>Writes and reads arguments as a host does, with metadata by reflection or, as in a native program, from a context.</summary>
internal static class MessageValues
{
    private static readonly JsonSerializerOptions Reflected = TaskJson.Create(new TaskJsonOptions(), []);

    private static readonly JsonSerializerOptions Described = new(Reflected) { TypeInfoResolver = MessageSamples.Context.Default };

    public static JsonSerializerOptions Options(bool described) => described ? Described : Reflected;

    /// <summary>The problem of an argument "x" that cannot be written. It never contains "secret", which stands for data.</summary>
    public static string WriteProblem<T>(T value, bool described, PayloadValue<T>? serializer = null)
    {
        var parameter = new PayloadParameter<T>("x", serializer ?? PayloadValue.Json<T>());
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        writer.WriteStartObject();
        return ProblemOf(Assert.Throws<TaskArgumentException>(() => parameter.Write(writer, value, Options(described))));
    }

    /// <summary>The problem of an argument "x" that cannot be read.</summary>
    public static string ReadProblem<T>(string json, bool described, PayloadValue<T>? serializer = null)
    {
        var parameter = new PayloadParameter<T>("x", serializer ?? PayloadValue.Json<T>());
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($$"""{"x":{{json}}}"""));
        var argument = default(PayloadArgument<T>);
        var errors = default(PayloadErrors);
        TaskGen.CompilerServices.Payload.ReadStart(ref reader);
        TaskGen.CompilerServices.Payload.MoveNext(ref reader);
        parameter.TryRead(ref reader, ref argument, Options(described), ref errors);
        return ProblemOf(Assert.Throws<TaskArgumentException>(() => errors.ThrowIfAny()));
    }

    /// <summary>Whether an argument can be read: a message that recommends a form is held to it.</summary>
    public static bool IsRead<T>(string json, bool described, PayloadValue<T>? serializer = null)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        try
        {
            (serializer ?? PayloadValue.Json<T>()).Read(ref reader, Options(described));
            return true;
        }
        catch (TaskGen.Exceptions.PayloadProblemException)
        {
            return false;
        }
    }

    private static string ProblemOf(TaskArgumentException exception)
    {
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        return Assert.Single(exception.Errors);
    }
}
