using Microsoft.AspNetCore.Authentication.Cookies;

namespace BotHost.SignIn;

/// <summary>
/// Cookies whose name begins with <c>__Host-</c> on https: browsers take such a one only from this host, for the whole of it and
/// encrypted (RFC 6265bis, 4.1.3.2). On plain http they would take none.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameOn(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameOn(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, NameOn(context, key), options);

    private static string NameOn(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
