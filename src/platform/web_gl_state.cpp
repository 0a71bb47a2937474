// ImGui's drawing code saves and restores WebGL's state around every frame, because most programs share it. Here nobody else
// draws, and asking makes the page wait until the graphics process has finished the frame before: most of a frame's time.
// So the page answers itself, with what a new context has.
#include <GLES3/gl3.h>

extern "C" {

void emscripten_glGetIntegerv(GLenum name, GLint* value);

/// Takes the place of the function that asks the browser.
void glGetIntegerv(GLenum name, GLint* value) {
  switch (name) {
    case GL_ACTIVE_TEXTURE: *value = GL_TEXTURE0; return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA: *value = GL_FUNC_ADD; return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA: *value = GL_ONE; return;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA: *value = GL_ZERO; return;
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_ELEMENT_ARRAY_BUFFER_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING: *value = 0; return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX: value[0] = value[1] = value[2] = value[3] = 0; return;
    default: emscripten_glGetIntegerv(name, value);
  }
}

}  // extern "C"
