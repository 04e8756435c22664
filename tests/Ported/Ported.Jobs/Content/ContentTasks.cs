using System.Text.Json;
using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Content;

/// <summary>Publishes content.</summary>
/// <param name="journal">The record of the work.</param>
public sealed class ContentTasks(IJournal journal)
{
    /// <summary>Publishes content.</summary>
    /// <param name="id">The id of the content.</param>
    /// <param name="at">The time.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="context">The context of the attempt.</param>
    [Task(Name = "content.publish")]
    public void Publish(ContentId id, DateTime at, TaskContext context, string? comment = null)
    {
        context.Headers.TryGetValue("tenant", out var tenant);
        journal.Add($"published {id.Value:N} in {at.Year} for {tenant}{comment}");
    }

    /// <summary>Renders a page.</summary>
    /// <param name="model">The model.</param>
    /// <param name="template">The version of the template.</param>
    /// <param name="address">The address of the page.</param>
    /// <returns>The text of the page.</returns>
    [Task(Name = "content.render")]
    public static string Render(JsonElement model, Version? template = null, Uri? address = null) =>
        $"{model.GetProperty("title").GetString()} {template} {address}".Trim();

    /// <summary>Deletes old versions.</summary>
    /// <param name="keep">The number of versions to keep.</param>
    /// <param name="context">The context of the attempt.</param>
    /// <returns>The number of attempts.</returns>
    [Task(Name = "content.trim", Retry = 3)]
    public static int Trim(byte keep, TaskContext context) =>
        context.Attempt <= keep ? throw new TaskRetryException(TimeSpan.FromMilliseconds(10), "Not now.") : context.Attempt;
}
