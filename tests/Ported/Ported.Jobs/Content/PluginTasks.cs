using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Content;

/// <summary>Maintains plugins.</summary>
public static partial class PluginTasks
{
    /// <summary>Updates a plugin.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="minimum">The minimum version.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The installed version.</returns>
    [Task(Name = "plugins.update", Queue = "maintenance")]
    public static async Task<Version> Update(PluginPackage plugin, Version? minimum = null, CancellationToken cancellationToken = default)
    {
        await Task.Delay(1, cancellationToken);
        return minimum is not null && plugin.Version < minimum ? minimum : plugin.Version;
    }

    /// <summary>Sets values of a plugin: defaults of all kinds.</summary>
    /// <param name="journal">The record of the work.</param>
    /// <param name="plugin">The name.</param>
    /// <param name="enabled">A switch.</param>
    /// <param name="level">A small number.</param>
    /// <param name="offset">A small number with a sign.</param>
    /// <param name="port">A port.</param>
    /// <param name="limit">A large number.</param>
    /// <param name="ratio">A ratio.</param>
    /// <param name="factor">A factor.</param>
    /// <param name="price">A price.</param>
    /// <param name="separator">A character.</param>
    /// <param name="day">A day.</param>
    /// <param name="format">An image format.</param>
    /// <param name="count">A number or nothing.</param>
    /// <param name="since">A time.</param>
    /// <param name="id">An id.</param>
    /// <returns>The values.</returns>
    [Task(Name = "plugins.configure")]
    public static string Configure(
        [FromServices] IJournal journal,
        string plugin = "a \"quoted\" \\ name\n",
        bool enabled = true,
        byte level = 3,
        short offset = -4,
        ushort port = 8096,
        long limit = long.MaxValue,
        float ratio = 0.5f,
        double factor = double.Epsilon,
        decimal price = 9.99m,
        char separator = '\t',
        DayOfWeek day = DayOfWeek.Friday,
        ImageFormat? format = ImageFormat.Png,
        int? count = null,
        DateTime since = default,
        Guid id = default)
    {
        journal.Add($"configured {plugin} {day} {format}");
        return FormattableString.Invariant(
            $"{enabled} {level} {offset} {port} {limit} {ratio} {factor} {price} {(int)separator} {count} {since.Ticks} {id:N}");
    }
}
