using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.CompilerServices;

namespace TaskGen.Tests;

/// <summary>A task of one parameter, as the tasks of the patterns document are.</summary>
/// <typeparam name="TProfile">Its name, parameter and type.</typeparam>
/// <typeparam name="T">The type of its parameter.</typeparam>
internal readonly struct RuleTask<TProfile, T> : ITaskDefinition<T, string, TaskHandle<string>>
    where TProfile : IRuleProfile<T>
{
    static string ITaskDefinition<T, string>.Name => TProfile.Name;

    static TaskDefaults ITaskDefinition<T, string>.Defaults { get; } = new();

    static void ITaskDefinition<T, string>.WriteArgs(Utf8JsonWriter writer, in T args, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        TProfile.Parameter.Write(writer, args, options);
        writer.WriteEndObject();
    }

    static T ITaskDefinition<T, string>.ReadArgs(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var argument = default(PayloadArgument<T>);
        var errors = default(PayloadErrors);
        Payload.ReadStart(ref reader);
        while (Payload.MoveNext(ref reader))
        {
            _ = TProfile.Parameter.TryRead(ref reader, ref argument, options, ref errors) || Payload.Skip(ref reader);
        }

        TProfile.Parameter.Complete(ref argument, ref errors);
        errors.ThrowIfAny();
        return argument.Value;
    }

    static IReadOnlyList<TaskParameterDescriptor> ITaskDefinition<T, string>.DescribeParameters(JsonSerializerOptions options) =>
        [TProfile.Parameter.Describe(options)];

    static void ITaskDefinition<T, string>.WriteResult(Utf8JsonWriter writer, string result, JsonSerializerOptions options) =>
        writer.WriteStringValue(result);

    static string ITaskDefinition<T, string>.ReadResult(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Read(ref reader, options);

    static async ValueTask<string> ITaskDefinition<T, string>.InvokeAsync(
        T args, TaskContext context, CancellationToken cancellationToken) =>
        await context.Services.GetRequiredService<Script>().RunAsync(TProfile.Name, args!.ToString()!, context);

    static TaskHandle<string> ITaskDefinition<T, string, TaskHandle<string>>.CreateHandle(
        ITaskHandleSource source, TaskId id, bool wasDeduplicated) =>
        new(source, id, wasDeduplicated, Read);

    private static string Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        return reader.GetString()!;
    }
}
