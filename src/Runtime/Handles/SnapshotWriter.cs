using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskGen.Handles;

/// <summary>Writes the properties of a snapshot, with the naming policy of the options.</summary>
internal readonly struct SnapshotWriter(Utf8JsonWriter writer, JsonSerializerOptions options, bool includeStackTrace)
{
    private bool OmitsNull =>
        options.DefaultIgnoreCondition is JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault;

    public void Write(TaskSnapshot snapshot)
    {
        writer.WriteStartObject();
        Text(nameof(snapshot.Id), snapshot.Id.ToString());
        Text(nameof(snapshot.Name), snapshot.Name);
        Text(nameof(snapshot.State), snapshot.State.ToString());
        writer.WriteNumber(Name(nameof(snapshot.Attempt)), snapshot.Attempt);
        writer.WriteNumber(Name(nameof(snapshot.MaxAttempts)), snapshot.MaxAttempts);
        Write(nameof(snapshot.Progress), snapshot.Progress);
        Time(nameof(snapshot.EnqueuedAt), snapshot.EnqueuedAt);
        Time(nameof(snapshot.DueAt), snapshot.DueAt);
        Time(nameof(snapshot.StartedAt), snapshot.StartedAt);
        Time(nameof(snapshot.FinishedAt), snapshot.FinishedAt);
        Write(nameof(snapshot.Failure), snapshot.Failure);
        Text(nameof(snapshot.WorkerId), snapshot.WorkerId);
        if (snapshot.Canvas is { } canvas)
        {
            writer.WriteStartObject(Name(nameof(snapshot.Canvas)));
            writer.WriteNumber(Name(nameof(canvas.Members)), canvas.Members);
            writer.WriteNumber(Name(nameof(canvas.Ended)), canvas.Ended);
            writer.WriteNumber(Name(nameof(canvas.Failed)), canvas.Failed);
            writer.WriteEndObject();
        }

        writer.WriteBoolean(Name(nameof(snapshot.HasEnded)), snapshot.HasEnded);
        writer.WriteEndObject();
    }

    private void Write(string name, TaskProgress? progress)
    {
        if (progress is null)
        {
            Text(name, null);
            return;
        }

        writer.WriteStartObject(Name(name));
        writer.WriteNumber(Name(nameof(progress.Current)), progress.Current);
        Number(nameof(progress.Total), progress.Total);
        Text(nameof(progress.Status), progress.Status);
        Number(nameof(progress.Percent), progress.Percent);
        writer.WriteEndObject();
    }

    private void Write(string name, TaskFailure? failure)
    {
        if (failure is null)
        {
            Text(name, null);
            return;
        }

        writer.WriteStartObject(Name(name));
        Text(nameof(failure.TaskId), failure.TaskId.ToString());
        Text(nameof(failure.TaskName), failure.TaskName);
        Text(nameof(failure.ExceptionType), failure.ExceptionType);
        Text(nameof(failure.Message), failure.Message);
        Text(nameof(failure.InnerExceptions), failure.InnerExceptions);
        if (includeStackTrace)
        {
            Text(nameof(failure.StackTrace), failure.StackTrace);
        }

        writer.WriteNumber(Name(nameof(failure.Attempts)), failure.Attempts);
        Text(nameof(failure.State), failure.State.ToString());
        writer.WriteEndObject();
    }

    private string Name(string name) => options.PropertyNamingPolicy?.ConvertName(name) ?? name;

    private void Text(string name, string? value)
    {
        if (value is not null || !OmitsNull)
        {
            writer.WriteString(Name(name), value);
        }
    }

    private void Time(string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteString(Name(name), time);
        }
        else
        {
            Text(name, null);
        }
    }

    private void Number(string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(Name(name), number);
        }
        else
        {
            Text(name, null);
        }
    }

    private void Number(string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(Name(name), number);
        }
        else
        {
            Text(name, null);
        }
    }
}
