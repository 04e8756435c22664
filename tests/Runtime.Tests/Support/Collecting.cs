using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Tests;

/// <summary>A task whose one argument is any JSON, and whose script is given its text.</summary>
internal readonly struct Collecting : ITaskDefinition<ScriptedArgs, string, TaskHandle<string>>
{
    static string ITaskDefinition<ScriptedArgs, string>.Name => "collecting";

    static TaskDefaults ITaskDefinition<ScriptedArgs, string>.Defaults { get; } = new();

    static void ITaskDefinition<ScriptedArgs, string>.WriteArgs(Utf8JsonWriter writer, in ScriptedArgs args, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("text"u8);
        writer.WriteRawValue(args.Text);
        writer.WriteEndObject();
    }

    static ScriptedArgs ITaskDefinition<ScriptedArgs, string>.ReadArgs(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new ScriptedArgs(document.RootElement.GetProperty("text").GetRawText());
    }

    static void ITaskDefinition<ScriptedArgs, string>.WriteResult(Utf8JsonWriter writer, string result, JsonSerializerOptions options) =>
        writer.WriteStringValue(result);

    static string ITaskDefinition<ScriptedArgs, string>.ReadResult(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Read(ref reader, options);

    static async ValueTask<string> ITaskDefinition<ScriptedArgs, string>.InvokeAsync(
        ScriptedArgs args, TaskContext context, CancellationToken cancellationToken) =>
        await context.Services.GetRequiredService<Script>().RunAsync("collecting", args.Text, context);

    static TaskHandle<string> ITaskDefinition<ScriptedArgs, string, TaskHandle<string>>.CreateHandle(
        ITaskHandleSource source, TaskId id, bool wasDeduplicated) =>
        new(source, id, wasDeduplicated, Read);

    private static string Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        return reader.GetString()!;
    }
}
