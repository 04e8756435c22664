namespace Ported.Legacy
{
    public class LegacyUser
    {
        public int ID { get; set; }

        public string Login { get; set; }

        public string[] Roles { get; set; }

        public LegacyUser Manager { get; set; }
    }
}
