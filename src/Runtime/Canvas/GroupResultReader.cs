using System.Text.Json;

namespace TaskGen.Canvases;

/// <summary>Reads the results of a group, each as its member reads its own.</summary>
internal sealed class GroupResultReader<T>(TaskResultReader<T>[] members)
{
    public IReadOnlyList<T> Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw NotThese();
        }

        var results = new List<T>(members.Length);
        while (true)
        {
            // A member's reader takes the first token itself, so the end of the array has to be seen ahead.
            var ahead = reader;
            ahead.Read();
            if (ahead.TokenType == JsonTokenType.EndArray)
            {
                reader = ahead;
                return results.Count == members.Length ? results : throw NotThese();
            }

            results.Add(results.Count < members.Length ? members[results.Count](ref reader, options) : throw NotThese());
        }
    }

    private TaskGenException NotThese() => new($"The result cannot be read: it is not a list of the results of {members.Length} members.");
}
