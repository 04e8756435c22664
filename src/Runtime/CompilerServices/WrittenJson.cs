using System.Text.Json;

namespace TaskGen.CompilerServices;

/// <summary>
/// Finds the place at which the writing of a JSON value ended. The serializer does not report the place of each failure, but the JSON that
/// it has written until then ends there.
/// </summary>
internal sealed class WrittenJson
{
    private WrittenJson(IReadOnlyList<JsonStep> steps, bool endsInObject, string? lastName)
    {
        Steps = steps;
        EndsInObject = endsInObject;
        LastName = lastName;
    }

    /// <summary>The steps from the root to the value that is not complete.</summary>
    public IReadOnlyList<JsonStep> Steps { get; }

    /// <summary>Whether the value is an object all of whose properties are complete.</summary>
    public bool EndsInObject { get; }

    /// <summary>The name of the last property of this object; null if it has no properties.</summary>
    public string? LastName { get; }

    /// <summary>Reads JSON that can end after any token, or inside a string.</summary>
    public static WrittenJson Read(ReadOnlySpan<byte> json)
    {
        var frames = new Stack<Frame>();
        var root = new Frame(isObject: false);
        var current = root;

        // A number at the end is complete, but the reader recognizes this only if a separator follows.
        var reader = new Utf8JsonReader([.. json, (byte)' '], isFinalBlock: false, default);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    current.Name = reader.GetString();
                    current.IsPending = true;
                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    frames.Push(current);
                    current = new Frame(reader.TokenType == JsonTokenType.StartObject);
                    break;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    current = frames.Pop();
                    current.Complete();
                    break;
                default:
                    current.Complete();
                    break;
            }
        }

        // The enclosing frames are in reverse order, and the outermost frame contains only the root value.
        var steps = frames.Where(frame => frame != root).Reverse().Select(static frame => frame.Step).ToList();
        if (current != root && (!current.IsObject || current.IsPending))
        {
            steps.Add(current.Step);
        }

        return new WrittenJson(steps, current.IsObject && !current.IsPending, current.Name);
    }

    private sealed class Frame(bool isObject)
    {
        private int _count;

        public bool IsObject => isObject;

        public string? Name { get; set; }

        public bool IsPending { get; set; }

        public JsonStep Step => new(Name, _count);

        public void Complete()
        {
            _count++;
            IsPending = false;
        }
    }
}
