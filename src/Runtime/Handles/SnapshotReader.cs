using System.Globalization;
using System.Text.Json;

namespace TaskGen.Handles;

/// <summary>Reads a snapshot that <see cref="SnapshotWriter"/> wrote. Unknown properties are ignored.</summary>
internal readonly struct SnapshotReader(JsonSerializerOptions options)
{
    public TaskSnapshot Read(JsonElement json) => new(
        Id(json, nameof(TaskSnapshot.Id)),
        RequiredText(json, nameof(TaskSnapshot.Name)),
        State(json, nameof(TaskSnapshot.State)),
        (int)(Number(json, nameof(TaskSnapshot.Attempt)) ?? 0),
        (int)(Number(json, nameof(TaskSnapshot.MaxAttempts)) ?? 1),
        Progress(Find(json, nameof(TaskSnapshot.Progress))),
        Time(json, nameof(TaskSnapshot.EnqueuedAt)) ?? default,
        Time(json, nameof(TaskSnapshot.DueAt)),
        Time(json, nameof(TaskSnapshot.StartedAt)),
        Time(json, nameof(TaskSnapshot.FinishedAt)),
        Failure(Find(json, nameof(TaskSnapshot.Failure))),
        Text(json, nameof(TaskSnapshot.WorkerId)))
    {
        Canvas = Find(json, nameof(TaskSnapshot.Canvas)) is { } canvas
            ? new CanvasProgress(
                (int)(Number(canvas, nameof(CanvasProgress.Members)) ?? 0),
                (int)(Number(canvas, nameof(CanvasProgress.Ended)) ?? 0),
                (int)(Number(canvas, nameof(CanvasProgress.Failed)) ?? 0))
            : null,
    };

    private TaskProgress? Progress(JsonElement? json) => json is { } progress
        ? new TaskProgress(
            Number(progress, nameof(TaskProgress.Current)) ?? 0,
            Number(progress, nameof(TaskProgress.Total)),
            Text(progress, nameof(TaskProgress.Status)))
        : null;

    private TaskFailure? Failure(JsonElement? json) => json is { } failure
        ? new TaskFailure(
            Id(failure, nameof(TaskFailure.TaskId)),
            RequiredText(failure, nameof(TaskFailure.TaskName)),
            RequiredText(failure, nameof(TaskFailure.ExceptionType)),
            RequiredText(failure, nameof(TaskFailure.Message)),
            Text(failure, nameof(TaskFailure.StackTrace)),
            (int)(Number(failure, nameof(TaskFailure.Attempts)) ?? 0),
            State(failure, nameof(TaskFailure.State)))
        {
            InnerExceptions = Text(failure, nameof(TaskFailure.InnerExceptions)),
        }
        : null;

    // A property that is null counts as missing.
    private JsonElement? Find(JsonElement json, string name)
    {
        var wanted = options.PropertyNamingPolicy?.ConvertName(name) ?? name;
        var comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.Equals(wanted, comparison))
            {
                return property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
            }
        }

        return null;
    }

    private TaskId Id(JsonElement json, string name) =>
        TaskId.TryParse(Text(json, name), out var id) ? id : throw Invalid(name, "a task id");

    private TaskState State(JsonElement json, string name) => Find(json, name) switch
    {
        { ValueKind: JsonValueKind.String } text when Enum.TryParse<TaskState>(text.GetString(), ignoreCase: true, out var state)
            && Enum.IsDefined(state) => state,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var state) && Enum.IsDefined((TaskState)state) =>
            (TaskState)state,
        _ => throw Invalid(name, "the name of a task state"),
    };

    private string RequiredText(JsonElement json, string name) => Text(json, name) ?? throw Invalid(name, "a string");

    private string? Text(JsonElement json, string name) => Find(json, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Invalid(name, "a string"),
    };

    private long? Number(JsonElement json, string name) => Find(json, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        _ => throw Invalid(name, "a whole number"),
    };

    private DateTimeOffset? Time(JsonElement json, string name) => Text(json, name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time
        : throw Invalid(name, "a time");

    private static JsonException Invalid(string name, string expectation) =>
        new($"Property '{name}' of a task snapshot must be {expectation}.");
}
