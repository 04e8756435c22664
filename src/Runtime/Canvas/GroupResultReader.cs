using System.Text.Json;

namespace TaskGen.Canvases;

/// <summary>Reads the results of a group. Each result is read by the corresponding member's reader.</summary>
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
            // A member's reader consumes the first token of its value, so the end of the array is detected with a copy of the JSON reader.
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

    private TaskGenException NotThese() =>
        new($"The result of the group cannot be read because it is not a list of {members.Length} results, one per member.");
}
