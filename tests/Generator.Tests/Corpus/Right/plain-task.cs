// The first example of the README.
public sealed class Greetings
{
    [Task(Name = "greetings.say")]
    public string Say(string name) => $"Hello {name}";
}
