// The class that holds it is hidden, not the method.
public sealed class Startup
{
    private sealed class Jobs
    {
        [Task(Name = "startup.warm")]
        public void [|TG0001:Warm|]() { }
    }
}
