// A local function cannot be named from outside.
public static class Program2
{
    public static void Main2()
    {
        Job();

        [Task(Name = "program.job")]
        static void [|TG0009:Job|]() { }
    }
}
