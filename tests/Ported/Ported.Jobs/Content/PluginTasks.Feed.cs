using TaskGen;

namespace Ported.Jobs.Content;

public static partial class PluginTasks
{
    /// <summary>Reads a feed: a partial method in two parts.</summary>
    /// <param name="address">The address.</param>
    /// <param name="pages">The pages.</param>
    /// <returns>The addresses of the pages.</returns>
    [Task(Name = "plugins.feed")]
    public static partial Uri[] ReadFeed(Uri address, Range<int> pages);
}
